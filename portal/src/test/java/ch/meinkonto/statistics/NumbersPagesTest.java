package ch.meinkonto.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.PortalTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Anybody looks at the numbers of a city with a history. */
@PortalTest
class NumbersPagesTest {

  private static final Pattern PICTURE = Pattern.compile("<svg class=\"chart[^>]*>");

  private final JsonMapper json = new JsonMapper();
  @LocalServerPort int port;
  @Autowired SampleHistory sample;
  @Autowired Figures figures;
  @Autowired Catalogue catalogue;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void history() throws IOException {
    if (!figures.anySample()) {
      jdbc.sql("DELETE FROM statistics_figure").update(); // of months that passed in other tests
      sample.load(Growth.read(Path.of("../city/zuerich/sample-history.csv")));
    }
  }

  @Test
  void thePageShowsPicturesWithTheirTablesInBothLanguages() {
    for (var language : List.of("de", "en")) {
      var page = get("/zahlen?sprache=" + language).body();
      assertThat(page).contains("<html lang=\"" + language + "\"").doesNotContain(" style=\"");
      for (var section :
          List.of(
              "konten",
              "antraege",
              "dienste",
              "formulare",
              "zeiten",
              "anmeldungen",
              "uebermittlung")) {
        assertThat(page).contains("<section class=\"stack numbers\" id=\"" + section + "\"");
        assertThat(page.substring(page.indexOf("id=\"" + section + "\""))).contains("<caption>");
      }
      assertThat(PICTURE.matcher(page).results().map(hit -> hit.group()))
          .hasSize(6)
          .allMatch(svg -> svg.contains("role=\"img\"") && svg.contains("aria-label=\""));
    }
    assertThat(get("/zahlen").body()).contains("Beispielzahlen");
  }

  @Test
  void theFirstCitysGrowthIsSeen() {
    var months = table("/zahlen/tabelle/konten.csv?zeitraum=alles");
    assertThat(number(months, "März 2018", 3)).isBetween(6_500L, 7_500L);
    assertThat(number(months, "August 2018", 1)).isBetween(4_500L, 5_500L);
    assertThat(number(months, "Juli 2018", 1)).isLessThan(1_500);
    assertThat(number(months, "Juni 2019", 1)).isBetween(2_500L, 3_600L);
    assertThat(number(months, "März 2021", 3)).isBetween(96_000L, 104_000L);
    assertThat(number(months, "März 2021", 6)).isEqualTo(37);
    assertThat(number(months, "Juni 2024", 3)).isBetween(193_000L, 207_000L);
    assertThat(number(months, "Juni 2024", 6)).isEqualTo(50);
  }

  @Test
  void allThatPagesShowIsSummedUpFromOpenData() {
    var opened = sum(2018, row -> row.get("measure").asString().equals("opened"));
    assertThat(sumOfColumn("/zahlen/tabelle/konten.csv?zeitraum=2018", 1)).isEqualTo(opened);
    assertThat(get("/zahlen?zeitraum=2018").body())
        .contains(Wording.number(opened) + " Konten wurden in dieser Zeit");
    var service =
        catalogue.all(Locale.GERMAN).stream()
            .filter(offered -> sent(2018, offered.id().value()) > 0)
            .findFirst()
            .orElseThrow();
    assertThat(
            sumOfColumn(
                "/zahlen/tabelle/antraege.csv?zeitraum=2018&dienst=" + service.id().value(), 1))
        .isEqualTo(sent(2018, service.id().value()));
  }

  private long sent(int year, String service) {
    return sum(
        year,
        row ->
            row.get("measure").asString().equals("sent")
                && row.get("service").asString().equals(service)
                && !row.get("small").asBoolean());
  }

  @Test
  void everyFigureIsRoundedAndNoneIsAboutAPerson() {
    var data = open(2019);
    assertThat(data.get("sample").asBoolean()).isTrue();
    assertThat(data.get("figures").size()).isGreaterThan(500);
    for (var row : data.get("figures")) {
      assertThat(row.propertyNames())
          .containsExactlyInAnyOrder(
              "measure", "month", "service", "unit", "detail", "count", "small");
      if (!row.get("measure").asString().equals("services")) {
        assertThat(row.get("count").asLong() % 5).isZero();
      }
      if (row.get("small").asBoolean()) {
        assertThat(row.get("count").asLong()).isBetween(0L, 5L);
      }
    }
  }

  @Test
  void whoChoosesAServiceSeesItsStepsAndNothingOfAccounts() {
    var service =
        catalogue.all(Locale.GERMAN).stream()
            .filter(offered -> sent(2024, offered.id().value()) > 0)
            .findFirst()
            .orElseThrow();
    var page =
        get("/zahlen?zeitraum=12-monate&amt="
                + service.unit().value()
                + "&dienst="
                + service.id().value())
            .body();
    assertThat(page)
        .contains("Nichts ausgefüllt", "Aufgehört nach: ")
        .doesNotContain("id=\"konten\"");
    assertThat(page).contains("value=\"" + service.id().value() + "\" selected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/zahlen?zeitraum=2016",
        "/zahlen?zeitraum=2099",
        "/zahlen?zeitraum=201",
        "/zahlen?zeitraum=%27%20OR%201=1",
        "/zahlen?amt=gibt-es-nicht",
        "/zahlen?amt=..%2F..%2Fetc",
        "/zahlen?dienst=%3Cscript%3E",
        "/zahlen/tabelle/gibt-es-nicht.csv",
        "/zahlen/tabelle/konten.csv?dienst=gibt-es-nicht",
        "/zahlen/tabelle/konten",
        "/zahlen/daten/1999.json",
        "/zahlen/daten/2099.csv",
        "/zahlen/daten/20180.json",
        "/zahlen/daten/passwd"
      })
  void whatThereIsNotIsNotFound(String path) {
    assertThat(get(path).status()).isEqualTo(404);
    assertThat(get("/zahlen?dienst=" + "a".repeat(3_000)).status()).isEqualTo(404);
  }

  @Test
  void aFileIsWhatItSays() {
    var csv = get("/zahlen/daten/2018.csv");
    assertThat(csv.headers().get("content-type")).containsExactly("text/csv;charset=UTF-8");
    assertThat(csv.headers().get("content-disposition"))
        .containsExactly("attachment; filename=\"zahlen-2018.csv\"");
    assertThat(csv.body()).startsWith("\uFEFFmeasure,month,service,unit,detail,count,small\r\n");
    assertThat(csv.body().lines().skip(1)).hasSize(open(2018).get("figures").size());
  }

  @Test
  void theDescriptionLeadsToEveryFile() {
    var described = json.readTree(get("/zahlen/daten/beschreibung.jsonld").body());
    assertThat(described.get("@type").asString()).isEqualTo("dcat:Dataset");
    assertThat(described.get("dct:title")).hasSize(2);
    var page = get("/zahlen/daten").body();
    for (var file : described.get("dcat:distribution")) {
      var path = file.get("dcat:downloadURL").asString().replaceFirst("^https?://[^/]+", "");
      assertThat(get(path).status()).as(path).isEqualTo(200);
      assertThat(page).contains("href=\"" + path + "\"");
      assertThat(file.get("dct:license").asString()).startsWith("http");
    }
  }

  private Browser.Answer get(String path) {
    return new Browser(port).get(path);
  }

  private JsonNode open(int year) {
    return json.readTree(get("/zahlen/daten/" + year + ".json").body());
  }

  private long sum(int year, Predicate<JsonNode> which) {
    long sum = 0;
    for (var row : open(year).get("figures")) {
      sum += which.test(row) ? row.get("count").asLong() : 0;
    }
    return sum;
  }

  private Map<String, String[]> table(String path) {
    return get(path)
        .body()
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .collect(Collectors.toMap(line -> line[0], line -> line));
  }

  private static long number(Map<String, String[]> table, String row, int column) {
    return Long.parseLong(Objects.requireNonNull(table.get(row))[column]);
  }

  /** Of what is not small. */
  private long sumOfColumn(String path, int column) {
    return table(path).values().stream()
        .map(line -> line[column])
        .filter(value -> !value.startsWith("<"))
        .mapToLong(Long::parseLong)
        .sum();
  }
}
