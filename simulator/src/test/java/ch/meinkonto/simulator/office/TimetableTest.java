package ch.meinkonto.simulator.office;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Offer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What offices offer, said once for all weeks. */
class TimetableTest {

  private static final Path CITY = Path.of("../city/zuerich");
  private static final LocalDateTime NOW = LocalDateTime.of(2027, 2, 3, 14, 38);

  @TempDir Path folder;

  @Test
  void eachTimeOfEachDayIsAnOffer() throws IOException {
    assertThat(offers("").keySet())
        .containsExactly(
            "saal-2027-02-08-09", "saal-2027-02-08-13", "saal-2027-02-15-09", "saal-2027-02-15-13");
  }

  @Test
  void aWholeDayTakesAllItsTimes() throws IOException {
    var day = offer("whole-day: { name: Ganzer Tag }", "saal-day-2027-02-08");
    assertThat(day.takes()).containsExactly("saal-2027-02-08-09", "saal-2027-02-08-13");
    assertThat(day.name()).containsEntry("de", "Ganzer Tag");
    assertThat(day.price()).isEqualByComparingTo(new BigDecimal(80));
    assertThat(requireNonNull(day.schedule()))
        .containsEntry("de", "Montag, 8. Februar 2027, 9.00 bis 17.00 Uhr")
        .containsEntry("en", "Monday, 8 February 2027, 9.00 to 17.00");
  }

  @Test
  void aSeriesTakesTheSameTimeOfAllWeeks() throws IOException {
    var series = offer("series: { values: { termine: 2 } }", "saal-series-2027-02-08-13");
    assertThat(series.takes()).containsExactly("saal-2027-02-08-13", "saal-2027-02-15-13");
    assertThat(series.price()).isEqualByComparingTo(new BigDecimal(80));
    assertThat(requireNonNull(series.values())).containsEntry("termine", 2);
    assertThat(requireNonNull(series.schedule()))
        .containsEntry("de", "jeden Montag, 8. Februar bis 15. Februar 2027, 13.00 bis 17.00 Uhr");
  }

  @Test
  void whatIsGivenByLotCanBeEnteredForAFewMinutesAgainAndAgain() throws IOException {
    var draw = offer("draw-every: 10", "saal-2027-02-08-09-202702031450");
    assertThat(draw.closesAt()).isEqualTo("2027-02-03T13:50:00Z");
  }

  @Test
  void whatIsTakenAlongIsPublishedFirst() {
    var timetable = Timetable.read(CITY);
    for (var service : timetable.services()) {
      var offers = timetable.of(service, NOW);
      offers.forEach((id, offer) ->
          assertThat(requireNonNullElse(offer.takes(), List.<String>of()))
              .allMatch(taken -> offers.headMap(id).containsKey(taken)));
    }
  }

  @Test
  void theCitysOffersTellWhatTheirFormsCalculateWith() throws IOException {
    var timetable = Timetable.read(CITY);
    for (var service : timetable.services()) {
      var told = values(service);
      assertThat(timetable.of(service, NOW).values())
          .isNotEmpty()
          .allSatisfy(offer ->
              assertThat(requireNonNullElse(offer.values(), Map.of()).keySet()).isEqualTo(told));
    }
  }

  private Offer offer(String more, String id) throws IOException {
    return requireNonNull(offers(more).get(id));
  }

  private Map<String, Offer> offers(String more) throws IOException {
    Files.writeString(
        folder.resolve("simulation.yaml"),
        """
        offers:
          saal-mieten:
            - id: saal
              name: Saal
              weeks: [1, 2]
              weekdays: [mo]
              times: ["09:00-12:00", "13:00-17:00"]
              places: 1
              price: 40
        """
            + more.indent(6));
    return Timetable.read(folder).of("saal-mieten", NOW);
  }

  @SuppressWarnings("unchecked") // as the city's check has it
  private static Set<String> values(String service) throws IOException {
    try (var reader = Files.newBufferedReader(CITY.resolve("services/" + service + ".yaml"))) {
      Map<String, Map<String, Object>> file = new Yaml().load(reader);
      var booking = requireNonNull(file.get("booking"));
      return ((Map<String, Object>) booking.getOrDefault("offer", Map.of())).keySet();
    }
  }
}
