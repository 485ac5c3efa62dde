package ch.meinkonto.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.PortalTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody without an account looks around. */
@PortalTest
class PagesTest {

  private static final Pattern TITLE = Pattern.compile("<title>([^<]+)</title>");
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#?]*)");

  private final HttpClient browser = HttpClient.newHttpClient();
  @LocalServerPort int port;
  @Autowired Catalogue catalogue;
  @Autowired Directory directory;

  @Test
  void everyPageHasItsOwnTitleOneHeadingAndADescriptionInEachLanguage() throws Exception {
    for (var language : List.of("de", "en")) {
      var titles = new ArrayList<String>();
      for (var path : allPaths()) {
        var page = get(path, language);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.body()).as(path).contains("<html lang=\"" + language + "\">");
        assertThat(page.body().split("<h1", -1)).as(path).hasSize(2);
        assertThat(page.body()).as(path).contains("<meta name=\"description\" content=\"");
        titles.add(title(page.body()));
      }
      assertThat(titles).doesNotHaveDuplicates();
    }
  }

  @Test
  void searchEnginesLearnThePagesAddressInEveryLanguage() throws Exception {
    var path = anyService().path();
    var base = "http://localhost:";
    assertThat(get(path + "?x=1", "en").body())
        .containsPattern(
            "<link rel=\"canonical\" href=\"" + base + "\\d+" + path + "\\?sprache=en\">")
        .containsPattern("hreflang=\"de\" href=\"" + base + "\\d+" + path + "\">")
        .containsPattern("hreflang=\"x-default\" href=\"" + base + "\\d+" + path + "\">");
    assertThat(get("/suche?q=umzug", "de").body()).doesNotContain("rel=\"canonical\"");
  }

  @Test
  void aFormThatAsksForALanguageLeavesThePagesAsTheyAre() throws Exception {
    var answer =
        new Browser(port).submit("/quittung/pruefen", Map.of("quittung", "x", "sprache", "en"));
    assertThat(answer.cookies()).noneMatch(cookie -> cookie.startsWith("mk-language"));
    assertThat(answer.body()).contains("<html lang=\"de\">");
  }

  @Test
  void everyLinkOnTheStartPageThatIsOursLeadsSomewhere() throws Exception {
    for (var path : linksOn("/").stream().filter(PagesTest::isOurs).toList()) {
      assertThat(get(path, "de").statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void aServicePageStartsItsFormByPostWithAToken() throws Exception {
    var service = anyService();
    assertThat(get(service.path(), "de").body())
        .contains("<form method=\"post\" action=\"" + service.path() + "/antrag\"")
        .containsPattern("name=\"_csrf\" value=\"[^\"]{20,}\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dienste/gibt-es-nicht",
        "/aemter/gibt-es-nicht",
        "/lebenslagen/gibt-es-nicht",
        "/dienste/Umlaut%C3%A4"
      })
  void anUnknownAddressOffersASearch(String path) throws Exception {
    var page = get(path, "de");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("/suche");
  }

  @Test
  void aNameInTheAddressThatIsNearlyRightLeadsOn() throws Exception {
    var page = get("/dienste/" + anyService().id() + "-alt", "de");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains(anyService().path());
  }

  @Test
  void aSearchMarksWhatWasSoughtAndSaysHowMuchItFound() throws Exception {
    var page = get("/suche?q=" + encoded("gebutsurkunde"), "de").body();
    assertThat(page).contains("<mark>", "role=\"status\"", "Meinten Sie", "noindex");
  }

  @Test
  void aSearchWithoutResultSaysWhatToDo() throws Exception {
    var page = get("/suche?q=" + encoded("Quantenphysik"), "de").body();
    assertThat(page).contains("haben wir nichts gefunden", "/dienste\"", "/hilfe\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "\"><img src=x>", "{0}'{1", "🐕", "%", "*:*"})
  void whatIsSearchedIsShownAndNotObeyed(String query) throws Exception {
    var page = get("/suche?q=" + encoded(query), "de");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<script>alert", "<img src=x>");
  }

  @Test
  void suggestionsComeWhileTyping() throws Exception {
    var service = anyService();
    var typed = service.name(java.util.Locale.GERMAN).substring(0, 5);
    var answer = get("/suche/vorschlaege?q=" + encoded(typed), "de");
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.body()).contains("\"url\":\"" + service.path() + "\"");
  }

  @Test
  void theThemeIsServedAndKnowsWhenItChanged() throws Exception {
    var theme = get("/theme.css", "de");
    assertThat(theme.body()).contains("--city-accent");
    var again =
        browser.send(
            request("/theme.css", "de")
                .header("If-None-Match", theme.headers().firstValue("etag").orElseThrow())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void searchEnginesFindEveryServiceExceptInTheDemo() throws Exception {
    var map = get("/sitemap.xml", "de").body();
    catalogue
        .offer()
        .services()
        .forEach(service -> assertThat(map).contains(service.path() + "</loc>"));
    assertThat(get("/robots.txt", "de").body()).contains("Disallow: /\n");
  }

  private List<String> allPaths() {
    var paths =
        new ArrayList<>(
            List.of(
                "/",
                "/lebenslagen",
                "/dienste",
                "/aemter",
                "/suche",
                "/hilfe",
                "/datenschutz",
                "/barrierefreiheit"));
    catalogue.offer().services().forEach(service -> paths.add(service.path()));
    catalogue.offer().situations().forEach(one -> paths.add("/lebenslagen/" + one.id()));
    directory.organisation().units().forEach(unit -> paths.add("/aemter/" + unit.id()));
    return paths;
  }

  private static boolean isOurs(String path) {
    return path.equals("/")
        || path.matches("/(lebenslagen|dienste|aemter|suche|hilfe|datenschutz|barrierefreiheit).*");
  }

  private List<String> linksOn(String path) throws Exception {
    return LINK.matcher(get(path, "de").body())
        .results()
        .map(hit -> hit.group(1))
        .distinct()
        .toList();
  }

  private Service anyService() {
    return catalogue.offer().often().getFirst();
  }

  private static String title(String html) {
    var title = TITLE.matcher(html);
    assertThat(title.find()).isTrue();
    return title.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path, String language)
      throws IOException, InterruptedException {
    return browser.send(request(path, language).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String language) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Accept-Language", language)
        .header("Accept", "text/html,*/*");
  }
}
