package ch.meinkonto.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.catalogue.search.Entry;
import ch.meinkonto.catalogue.search.Entry.Wording;
import ch.meinkonto.catalogue.search.Search;
import ch.meinkonto.catalogue.search.Synonyms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A city with five hundred services: each is still found among all the others. */
class LargeCityTest {

  private static final List<String> THINGS =
      List.of(
          "Garten",
          "Wasser",
          "Strom",
          "Schule",
          "Hafen",
          "Markt",
          "Brunnen",
          "Archiv",
          "Musik",
          "Turnhalle",
          "Friedhof",
          "Bibliothek",
          "Werkhof",
          "Tierheim",
          "Velo",
          "Theater",
          "Museum",
          "Pension",
          "Lehrstelle",
          "Einbürgerung");
  private static final List<String> PAPERS =
      List.of("Ausweis", "Bewilligung", "Karte", "Auskunft", "Vertrag");
  private static final List<String> DEEDS =
      List.of("bestellen", "verlängern", "zurückgeben", "ändern", "prüfen");

  private static final Search SEARCH =
      Search.of(services(), Synonyms.none(), List.of("de"), List.of());

  @Test
  void eachOfFiveHundredServicesIsFoundByItsName() {
    assertThat(services()).hasSize(500);
    for (var service : services()) {
      var name = requireNonNull(service.wordings().get("de")).name();
      var first = SEARCH.search(name, Searchable.SERVICE, "de", 5).hits().getFirst();
      assertThat(first.key()).as(name).isEqualTo(service.key());
    }
  }

  @Test
  void eachIsFoundByThePartsOfItsNameInAnyOrder() {
    for (var service : services()) {
      var hits =
          SEARCH
              .search(
                  requireNonNull(service.wordings().get("de")).summary(),
                  Searchable.SERVICE,
                  "de",
                  10)
              .hits();
      assertThat(hits).as(service.key()).anyMatch(hit -> hit.key().equals(service.key()));
    }
  }

  @Test
  void nonsenseFindsNothingAmongManyEither() {
    for (var nonsense : List.of("xyzzy", "Quantenphysik", "qqqqqqqq", "!!", "99999")) {
      assertThat(SEARCH.search(nonsense, Searchable.SERVICE, "de", 5).hits()).isEmpty();
    }
  }

  private static List<Entry> services() {
    var services = new ArrayList<Entry>();
    for (var thing : THINGS) {
      for (var paper : PAPERS) {
        for (var deed : DEEDS) {
          var name = thing + paper.toLowerCase(java.util.Locale.ROOT) + " " + deed;
          var wording =
              new Wording(name, List.of(), "Amt", deed + " " + paper + " " + thing, "Für alle.");
          services.add(
              new Entry(
                  Searchable.SERVICE, thing + "-" + paper + "-" + deed, Map.of("de", wording)));
        }
      }
    }
    return services;
  }
}
