package ch.meinkonto.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opens pages over connections that are kept; the caller keeps the cookies. */
final class Browser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI base;

  Browser(URI base) {
    this.base = base;
  }

  /** What a form needs to be accepted: the hidden field and the cookie that fits. */
  record Form(String token, String cookie) {}

  /** Opens a page; anything but 200 is a fault of the measurement. */
  String get(String path, String cookies) {
    var response = open(path, cookies);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + response.statusCode());
    }
    return response.body();
  }

  Form loginForm() {
    var response = open("/anmelden", "");
    var token = TOKEN.matcher(response.body());
    if (!token.find()) {
      throw new IllegalStateException("No form at /anmelden: " + response.statusCode());
    }
    return new Form(token.group(1), cookies(response));
  }

  /**
   * Logs in from a network that nobody has used before; returns the cookies of who is logged in.
   */
  String logIn(Form form, String email, String password, String furtherCookies) {
    var response = sendLogin(form, email, password, furtherCookies);
    var cookies = cookies(response);
    if (response.statusCode() != 302 || !cookies.contains("mk-session=")) {
      throw new IllegalStateException("Not logged in: " + response.statusCode());
    }
    return cookies;
  }

  private HttpResponse<String> sendLogin(
      Form form, String email, String password, String furtherCookies) {
    return post(
        "/anmelden",
        Map.of("_csrf", form.token(), "email", email, "password", password),
        form.cookie() + furtherCookies);
  }

  /** Opens an address, whatever it answers. */
  HttpResponse<String> open(String address, String cookies) {
    return send(request(address, cookies).GET().build());
  }

  /** Looks as a waiting page's script does whether it is one's turn. */
  HttpResponse<String> look(String address, String cookies) {
    return send(request(address, cookies).header("Waiting-Room-Look", "1").GET().build());
  }

  /** Sends a form, whatever is answered. */
  HttpResponse<String> post(String address, Map<String, String> fields, String cookies) {
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(address, cookies)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path, String cookies) {
    var random = ThreadLocalRandom.current();
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Accept-Language", "de")
            .header(
                "X-Forwarded-For",
                "2001:db8:%x:%x::1".formatted(random.nextInt(0x10000), random.nextInt(0x10000)));
    return cookies.isEmpty() ? request : request.header("Cookie", cookies);
  }

  private static String cookies(HttpResponse<?> response) {
    return response.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.replaceFirst(";.*", ""))
        .filter(cookie -> !cookie.endsWith("="))
        .collect(Collectors.joining("; "));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
