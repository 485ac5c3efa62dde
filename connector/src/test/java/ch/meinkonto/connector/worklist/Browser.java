package ch.meinkonto.connector.worklist;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.worklist.clerk.Badge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script: it follows redirects, keeps cookies, and fills in forms' tokens. */
public final class Browser implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String BOUNDARY = "----grenze";

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String address;

  public Browser(int port) {
    address = "http://localhost:" + port;
  }

  /** Somebody who is logged in. */
  public static Browser of(int port, Badge badge) {
    Browser browser = new Browser(port);
    HttpResponse<String> end = browser.login(badge);
    if (!end.uri().getPath().equals("/")) {
      throw new AssertionError("not logged in: " + end.body());
    }
    return browser;
  }

  /** Logs in with both factors; gives the last page. */
  public HttpResponse<String> login(Badge badge) {
    password(badge.login(), badge.password());
    return post("/anmelden/code", Map.of("code", badge.code()), get("/anmelden/code"));
  }

  /** Tries a password. */
  public HttpResponse<String> password(String login, String password) {
    return post("/anmelden", Map.of("name", login, "passwort", password), get("/anmelden"));
  }

  public HttpResponse<String> get(String path) {
    return follow(send(HttpRequest.newBuilder(URI.create(address + path)).build()));
  }

  /** Sends a form that stands on a page. */
  public HttpResponse<String> post(
      String path, Map<String, String> fields, HttpResponse<String> page) {
    String form =
        "_csrf="
            + encoded(token(page))
            + fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining());
    return follow(postRaw(path, "application/x-www-form-urlencoded", form.getBytes(UTF_8)));
  }

  /** Sends a form with files. */
  public HttpResponse<String> upload(
      String path,
      Map<String, String> fields,
      Map<String, byte[]> files,
      HttpResponse<String> page) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "form-data; name=\"_csrf\"", token(page).getBytes(UTF_8));
    fields.forEach(
        (name, value) -> part(body, "form-data; name=\"" + name + "\"", value.getBytes(UTF_8)));
    files.forEach((name, content) ->
        part(body, "form-data; name=\"dokumente\"; filename=\"" + name + "\"", content));
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return follow(postRaw(path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray()));
  }

  private static void part(ByteArrayOutputStream body, String head, byte[] content) {
    body.writeBytes(
        ("--" + BOUNDARY + "\r\nContent-Disposition: " + head + "\r\n\r\n").getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  /** Sends anything; follows nothing. */
  public HttpResponse<String> postRaw(String path, String type, byte[] body) {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  private static String token(HttpResponse<String> page) {
    Matcher token = TOKEN.matcher(page.body());
    return token.find() ? token.group(1) : "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private HttpResponse<String> follow(HttpResponse<String> response) {
    HttpResponse<String> last = response;
    for (int i = 0; i < 5 && last.statusCode() / 100 == 3; i++) {
      URI next = last.uri().resolve(last.headers().firstValue("Location").orElseThrow());
      last = send(HttpRequest.newBuilder(next).build());
    }
    return last;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
