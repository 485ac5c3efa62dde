package ch.meinkonto.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person's browser: keeps cookies, and sends forms as a page of the portal would. */
final class Visitor {

  private static final String FORMS = "mk-csrf";
  private static final String SESSION = "mk-session";

  private static final int SEND_AGAIN = 307;

  /** Then a browser gives up. */
  private static final int OFTEN = 20;

  private final Supplier<Browser> browser;
  private final Browser.Form form;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  /** Somebody new, on connections that others use, too. */
  Visitor(Browser browser, Browser.Form form) {
    this(() -> browser, form);
  }

  /** Somebody new, who is answered by another node each time. */
  Visitor(Supplier<Browser> browser, Browser.Form form) {
    this.browser = browser;
    this.form = form;
  }

  /** Has logged in before: the session is this one. */
  void bring(String session) {
    cookies.put(SESSION, Base64.getEncoder().encodeToString(session.getBytes(UTF_8)));
  }

  /** Looks as a waiting page's script does whether it is their turn. */
  HttpResponse<String> look(String address) {
    return kept(browser.get().look(address, cookies()));
  }

  HttpResponse<String> get(String address) {
    return kept(browser.get().open(address, cookies()));
  }

  /** Sends a form, and sends it again elsewhere when asked to, as browsers do. */
  HttpResponse<String> post(String address, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("_csrf", form.token());
    var answer = kept(browser.get().post(address, all, cookies()));
    for (int sent = 1; answer.statusCode() == SEND_AGAIN && sent < OFTEN; sent++) {
      var next = answer.headers().firstValue("Location").orElseThrow();
      answer = kept(browser.get().post(next, all, cookies()));
    }
    return answer;
  }

  boolean isLoggedIn() {
    return cookies.containsKey(SESSION);
  }

  /** Closes the browser; what it knows longer than a session stays. */
  void leave() {
    cookies.remove(SESSION);
  }

  private String cookies() {
    return Stream.concat(
            Stream.of(form.cookie()).filter(cookie -> !cookie.isEmpty()),
            cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()))
        .collect(Collectors.joining("; "));
  }

  private HttpResponse<String> kept(HttpResponse<String> response) {
    for (var cookie : response.headers().allValues("Set-Cookie")) {
      var pair = cookie.replaceFirst(";.*", "").split("=", 2);
      if (pair[1].isEmpty()) {
        cookies.remove(pair[0]);
      } else if (!pair[0].equals(FORMS)) { // the one that fits its form goes along all the time
        cookies.put(pair[0], pair[1]);
      }
    }
    return response;
  }
}
