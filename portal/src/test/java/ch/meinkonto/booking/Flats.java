package ch.meinkonto.booking;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.Offer;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.form.Places;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.SubmitOutcome;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.RunningPortal;
import ch.meinkonto.unit.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Flats of the city of tests, for which lots are drawn. */
final class Flats {

  static final ServiceId SERVICE = new ServiceId("wohnung-bewerben");

  private static final Unit OFFICE = CityOfTests.connect(CityOfTests.keysOf(CityOfTests.HOUSING));

  private Flats() {}

  /** The office’s own system. */
  static Unit office() {
    return OFFICE;
  }

  /** A flat that one can enter for during an hour. */
  static String publish(int places) {
    var id = "wohnung-" + UUID.randomUUID();
    publish(id, flat(places, inAnHour(), null));
    return id;
  }

  static void publish(String id, Offer flat) {
    OFFICE.offers().publish(SERVICE.value(), id, flat);
  }

  static Instant inAnHour() {
    return CityOfTests.clock().instant().plus(Duration.ofHours(1));
  }

  static Offer flat(int places, @Nullable Instant closesAt, Offer.@Nullable Randomness randomness) {
    return new Offer(
        Map.of("de", "3½ Zimmer, Beispielstrasse 12", "en", "3½ rooms, Beispielstrasse 12"),
        null,
        null,
        null,
        null,
        CityOfTests.clock().instant().plus(Duration.ofDays(10)),
        null,
        places,
        null,
        null,
        closesAt,
        null,
        Map.of("zimmer", 3.5, "miete", 1480, "personen", 1, "einkommen", 100_000),
        randomness);
  }

  /** What came of sending the form for a flat. */
  static SubmitOutcome enter(
      RunningPortal portal, String flat, AccountId account, List<String> household) {
    var draft = UUID.randomUUID();
    var wish = new Places.Wish(draft, SERVICE, flat, 1, account.value());
    return switch (portal.bean(Places.class).hold(wish)) {
      case Places.Outcome.Held _ ->
          portal.bean(Requests.class).submit(request(draft, flat, account, household));
      case Places.Outcome.Refused(var why) -> new SubmitOutcome.NoPlace(why);
    };
  }

  /** The same, and it must be possible. */
  static RequestEnvelope entered(RunningPortal portal, String flat, AccountId account) {
    return switch (enter(portal, flat, account, List.of(account.toString()))) {
      case SubmitOutcome.Received(var request) -> request;
      case SubmitOutcome other -> throw new AssertionError(other);
    };
  }

  private static NewRequest request(
      UUID draft, String flat, AccountId account, List<String> household) {
    return new NewRequest(
        draft,
        SERVICE,
        1,
        new UnitId(CityOfTests.HOUSING),
        account,
        Assurance.LOGIN,
        Locale.GERMAN,
        "{}".getBytes(UTF_8),
        null,
        List.of(),
        List.of(),
        null,
        new NewRequest.Booked(flat, 1, household, Ticket.next()),
        null,
        null);
  }

  /** The unit says that its time to enter is over. */
  static void close(String flat, int places) {
    publish(flat, flat(places, CityOfTests.clock().instant().minusSeconds(1), null));
  }

  /** Takes all draws as far as they can go at this node, and tells who took part. */
  static void draw(RunningPortal portal) {
    var drawing = portal.bean(Drawing.class);
    for (var step = 0; step < 2; step++) {
      portal.bean(DrawRows.class).due().forEach(drawing::further);
    }
    portal.bean(Entries.class).toTell().forEach(drawing::tell);
  }
}
