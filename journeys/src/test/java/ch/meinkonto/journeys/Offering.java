package ch.meinkonto.journeys;

import ch.meinkonto.contract.Offer;
import ch.meinkonto.contract.PlacesFreed;
import ch.meinkonto.form.Booking;
import ch.meinkonto.form.Form;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What answers book has to be offered: the unit does so, with its own keys. */
final class Offering {

  private static final int PLACES = 50;

  private Offering() {}

  /** Publishes what these answers are about; nothing when they book nothing. */
  static void publish(RunningCity city, Form form, Map<String, Object> answers) throws IOException {
    publish(city, form, answers, PLACES);
  }

  /** The same with so many places; gives the offer’s id. */
  static Optional<String> publish(
      RunningCity city, Form form, Map<String, Object> answers, int places) throws IOException {
    var closes = isByLot(form) ? Instant.now().plus(Duration.ofHours(1)) : null;
    return publish(city, form, answers, places, closes);
  }

  /** Where lots decide, nobody can enter any more: now they are drawn. */
  static void close(RunningCity city, Form form, Map<String, Object> answers) throws IOException {
    if (isByLot(form)) {
      publish(city, form, answers, PLACES, Instant.now());
    }
  }

  private static boolean isByLot(Form form) {
    return form.booking().filter(Booking::draw).isPresent();
  }

  private static Optional<String> publish(
      RunningCity city,
      Form form,
      Map<String, Object> answers,
      int places,
      @Nullable Instant closes)
      throws IOException {
    if (!(answers.get("_offer") instanceof Map<?, ?> wanted)) {
      return Optional.empty();
    }
    var id = String.valueOf(wanted.get("id"));
    try (var office = office(city, form)) {
      office.offers().publish(form.service().id(), id, offer(wanted, places, closes));
    }
    return Optional.of(id);
  }

  /** Somebody who had booked does not come; false as long as the unit has not their request. */
  static boolean free(RunningCity city, Form form, String offer) throws IOException {
    try (var office = office(city, form)) {
      office.offers().free(form.service().id(), offer, new PlacesFreed(UUID.randomUUID(), 1));
      return true;
    } catch (PortalRefused notYet) {
      return false;
    }
  }

  private static Unit office(RunningCity city, Form form) throws IOException {
    var unit = CityForms.unit(form);
    return Unit.connect(UnitSettings.of(city.portal(), UnitKeys.read(unit, keys(city, unit))));
  }

  /** Of who speaks the contract itself, or of the connector. */
  private static Path keys(RunningCity city, String unit) {
    var own = city.data().resolve("offices").resolve(unit).resolve("keys/private.jwks.json");
    return Files.exists(own)
        ? own
        : city.data().resolve("connector").resolve(unit).resolve("keys/private.jwks.json");
  }

  @SuppressWarnings("unchecked") // values are by name
  private static Offer offer(Map<?, ?> wanted, int places, @Nullable Instant closes) {
    var price = wanted.get("price");
    return new Offer(
        Map.of("de", String.valueOf(wanted.get("name"))),
        null,
        null,
        null,
        null,
        moment(wanted.get("starts")),
        moment(wanted.get("ends")),
        places,
        price == null ? null : new BigDecimal(price.toString()),
        null,
        closes,
        List.of(),
        wanted.get("values") instanceof Map<?, ?> values ? (Map<String, Object>) values : Map.of());
  }

  private static @Nullable Instant moment(@Nullable Object day) {
    return day == null
        ? null
        : LocalDate.parse(day.toString()).atTime(LocalTime.NOON).atZone(Formats.ZONE).toInstant();
  }
}
