package ch.meinkonto.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody's browser without script: keeps cookies, follows redirects, sends the forms it finds on
 * a page.
 */
final class PlainBrowser implements AutoCloseable {

  private static final String BOUNDARY = "grenze-zwischen-zwei-teilen";

  /** What is typed or chosen: several values may have one name. */
  record Entry(String name, String value) {}

  /** Browsers keep no more of a site. */
  private static final int MOST_COOKIES = 180;

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(10)).build();
  private final URI base;
  private final String from;
  private URI address;
  private Document page;
  private int status;
  private String cacheControl = "";
  private byte[] content = {};

  PlainBrowser(URI base) {
    this(base, "");
  }

  /** One that comes from this address, through a proxy that says so. */
  PlainBrowser(URI base, String from) {
    this.base = base;
    this.from = from;
    this.address = base;
    this.page = Document.createShell(base.toString());
  }

  Document page() {
    return page;
  }

  String path() {
    return address.getPath();
  }

  int status() {
    return status;
  }

  /** What may be kept of the page, and where. */
  String cacheControl() {
    return cacheControl;
  }

  /** What came, as it came. */
  byte[] content() {
    return content;
  }

  PlainBrowser open(String path) throws IOException {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  /** Presses the first link whose text contains {@code text}. */
  PlainBrowser follow(String text) throws IOException {
    var link = page.select("a:containsOwn(" + text + "), a:contains(" + text + ")").first();
    return open(found(link, "link " + text).attr("href"));
  }

  /**
   * Sends the page's form that has {@code selector} inside or is it, with its hidden fields and
   * these entries.
   */
  PlainBrowser submit(String selector, List<Entry> typed) throws IOException {
    var form = form(selector);
    var entries = hidden(form);
    entries.addAll(typed);
    var body =
        entries.stream()
            .map(entry -> encoded(entry.name()) + "=" + encoded(entry.value()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(action(form))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends the page's form with a file. */
  PlainBrowser upload(
      String selector, List<Entry> typed, String field, String fileName, byte[] content)
      throws IOException {
    var form = form(selector);
    var body = new ByteArrayOutputStream();
    var entries = hidden(form);
    entries.addAll(typed);
    for (var entry : entries) {
      part(body, "name=\"" + entry.name() + "\"", entry.value().getBytes(UTF_8));
    }
    part(body, "name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return send(
        HttpRequest.newBuilder(action(form))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(ByteArrayOutputStream body, String what, byte[] content) {
    body.writeBytes(
        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n")
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  private Element form(String selector) {
    var inside = found(page.select(selector).first(), selector);
    return inside.nameIs("form") ? inside : found(inside.closest("form"), "form of " + selector);
  }

  private URI action(Element form) {
    return address.resolve(form.attr("action"));
  }

  private static List<Entry> hidden(Element form) {
    return form.select("input[type=hidden]").stream()
        .map(input -> new Entry(input.attr("name"), input.val()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Element found(@org.jspecify.annotations.Nullable Element element, String what) {
    if (element == null) {
      throw new AssertionError(
          "No " + what + " on " + address + " (" + status + "): " + page.text());
    }
    return element;
  }

  private PlainBrowser send(HttpRequest.Builder request) throws IOException {
    if (!from.isEmpty()) {
      request.header("X-Forwarded-For", from);
    }
    try {
      var response =
          client.send(
              request.timeout(Duration.ofSeconds(30)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      forgetOldCookies();
      status = response.statusCode();
      cacheControl = response.headers().firstValue("Cache-Control").orElse("");
      address = response.uri();
      var next = response.headers().firstValue("Location");
      if (next.isPresent()) {
        return open(address.resolve(next.get()).toString().replaceAll("#.*", ""));
      }
      content = response.body();
      page = Jsoup.parse(new String(content, UTF_8), address.toString());
      return this;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Those that are for few pages. */
  private void forgetOldCookies() {
    var store = cookies.getCookieStore();
    var all = List.copyOf(store.getCookies());
    all.stream()
        .filter(cookie -> !"/".equals(cookie.getPath()))
        .limit(Math.max(0, all.size() - MOST_COOKIES))
        .forEach(cookie -> store.remove(base, cookie));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
