package ch.meinkonto.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody's browser without script: keeps cookies, sends forms with their token. TLS, if there is
 * any, ends at a proxy between it and the portal.
 */
public class Browser {

  private static final Pattern THREAD = Pattern.compile("/mitteilungen/[0-9a-f-]{36}");
  private static final Pattern TOKEN =
      Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"|value=\"([^\"]+)\" name=\"_csrf\"");

  private static final SecureRandom NETWORKS = new SecureRandom();

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String base;
  private final String network;
  private final Map<String, String> headers;

  /** A browser that has never been here. */
  public Browser(int port) {
    this(port, "2001:db8:%x:%x::1".formatted(NETWORKS.nextInt(0x10000), NETWORKS.nextInt(0x10000)));
  }

  /** A browser in this network, as the proxy before the portal would say. */
  public Browser(int port, String network) {
    this(port, network, Map.of());
  }

  private Browser(int port, String network, Map<String, String> headers) {
    this.base = "http://localhost:" + port;
    this.network = network;
    this.headers = headers;
  }

  /** A browser that sends this with everything. */
  public static Browser sending(int port, String header, String value) {
    return new Browser(port, "2001:db8::1", Map.of(header, value));
  }

  /**
   * What came back.
   *
   * @param status HTTP status
   * @param body the page
   * @param location where a redirect leads to, without the host; empty when it is none
   * @param headers the others
   */
  public record Answer(
      int status, String body, String location, Map<String, List<String>> headers) {

    /** The cookies that are set, with what they are for. */
    public List<String> cookies() {
      return headers.getOrDefault("set-cookie", List.of());
    }

    /** The same when status, page and redirect are. */
    public boolean looksLike(Answer other) {
      return status == other.status && body.equals(other.body) && location.equals(other.location);
    }
  }

  /** Opens an address. */
  public Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)));
  }

  /** Opens an address in a language. */
  public Answer get(String path, String language) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", language));
  }

  /** Opens the page with the form and sends the form to the same address. */
  public Answer submit(String path, Map<String, String> fields) {
    return submit(path, path, fields);
  }

  /** Opens the page at {@code page} and sends a form from it to {@code action}. */
  public Answer submit(String page, String action, Map<String, String> fields) {
    return post(action, token(page), fields);
  }

  /** Begins a service’s form; the draft’s address. */
  public String begin(String service) {
    var page = "/dienste/" + service;
    return submit(page, page + "/antrag", Map.of())
        .location()
        .replaceFirst("(/antrag/[^/?]+).*", "$1");
  }

  /** The page of the thread that comes first in the inbox. */
  public String firstThread() {
    var link = THREAD.matcher(get("/mitteilungen").body());
    if (!link.find()) {
      throw new AssertionError("No thread in the inbox");
    }
    return get(link.group()).body();
  }

  /** The token of the form at {@code page}. */
  public String token(String page) {
    var token = TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new AssertionError("No form at " + page);
    }
    return Optional.ofNullable(token.group(1)).orElse(token.group(2));
  }

  /** Sends a form with this token. */
  public Answer post(String action, String token, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encoded(token) + "&", ""));
    return postRaw(action, body);
  }

  /** Sends these bytes as a form. */
  public Answer postRaw(String action, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(base + action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8)));
  }

  /** Sends what no page would send; a body is a form. */
  public Answer send(String method, String path, Map<String, String> more, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body, UTF_8));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    more.forEach(request::header);
    return send(request);
  }

  /** A file that somebody chose. */
  @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
  public record Upload(String field, String name, byte[] content) {}

  /** Sends a form with files. */
  public Answer postFiles(
      String action, String token, Map<String, String> fields, List<Upload> files) {
    var body = new MultipartBody();
    body.field("_csrf", token);
    fields.forEach(body::field);
    files.forEach(file -> body.file(file.field(), file.name(), file.content()));
    return post(action, body);
  }

  /** Sends a form of several parts. */
  public Answer post(String action, MultipartBody body) {
    return send(
        HttpRequest.newBuilder(URI.create(base + action))
            .header("Content-Type", body.type())
            .POST(body.publisher()));
  }

  /** The value of a cookie. */
  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** The values of a cookie that there is for several paths. */
  public List<String> cookies(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .toList();
  }

  /** Plants a cookie. */
  public void plant(String name, String value) {
    var cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(base + "/"), cookie);
  }

  private Answer send(HttpRequest.Builder request) {
    headers.forEach(request::header);
    try {
      var response =
          client.send(
              request
                  .header("X-Forwarded-For", network)
                  .header("Accept", "text/html,*/*;q=0.8")
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      // what came over TLS, up to the proxy, goes back the same way
      cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
      return new Answer(
          response.statusCode(),
          response.body(),
          response
              .headers()
              .firstValue("Location")
              .orElse("")
              .replaceFirst("^" + base.replace("http:", "https?:"), ""),
          response.headers().map());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
