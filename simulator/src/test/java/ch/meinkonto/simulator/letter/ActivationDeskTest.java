package ch.meinkonto.simulator.letter;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.ActivationCode;
import ch.meinkonto.contract.ActivationLetter;
import ch.meinkonto.contract.ActivationRefusal;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Metadata;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.unit.ActivationOutcome;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit's desk does what every unit owes: few tries, a code that is good once and ends. */
class ActivationDeskTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path folder;
  private Letterboxes letters;

  @BeforeEach
  void aLetterIsOrdered() throws IOException {
    letters = new Letterboxes(folder);
    assertThat(desk(NOW).sendLetter(from("vreni"), order("4711 0815")))
        .isEqualTo(Outcome.accepted());
  }

  @Test
  void theSameOrderIsOneLetter() {
    var order = from("urs");
    desk(NOW).sendLetter(order, order("1234 5678"));
    desk(NOW).sendLetter(order, order("1234 5678"));
    assertThat(letters.newestFirst()).hasSize(2);
  }

  @Test
  void takesItsCodeHoweverItIsWrittenAndOnce() {
    var first = from("vreni");
    var typed =
        new ActivationCode(" " + code().toLowerCase(java.util.Locale.ROOT).replace("-", " ") + " ");
    var confirmed = desk(NOW).check(first, typed);

    assertThat(confirmed).isInstanceOf(ActivationOutcome.Confirmed.class);
    assertThat(desk(NOW).check(first, typed)).isEqualTo(confirmed);
    assertThat(desk(NOW).check(from("vreni"), typed)).isEqualTo(wrong());
  }

  @Test
  void locksTheLetterAfterFiveWrongOnes() {
    for (int left = 4; left > 0; left--) {
      var wrong = from("vreni");
      assertThat(desk(NOW).check(wrong, new ActivationCode("AAAA")))
          .isEqualTo(ActivationOutcome.wrong(left));
      assertThat(desk(NOW).check(wrong, new ActivationCode("AAAA")))
          .isEqualTo(ActivationOutcome.wrong(left));
    }
    assertThat(desk(NOW).check(from("vreni"), new ActivationCode("AAAA"))).isEqualTo(locked());
    assertThat(desk(NOW).check(from("vreni"), new ActivationCode(code()))).isEqualTo(locked());

    desk(NOW.plusSeconds(1)).sendLetter(from("vreni"), order("4711 0815"));
    assertThat(desk(NOW.plusSeconds(2)).check(from("vreni"), new ActivationCode(code())))
        .isInstanceOf(ActivationOutcome.Confirmed.class);
  }

  @Test
  void anotherAccountsCodeIsWrong() {
    assertThat(desk(NOW).check(from("urs"), new ActivationCode(code()))).isEqualTo(wrong());
  }

  @Test
  void aLetterEndsAfterSixtyDays() {
    assertThat(desk(NOW.plus(Duration.ofDays(61))).check(from("vreni"), new ActivationCode(code())))
        .isEqualTo(ActivationOutcome.refused(ActivationRefusal.EXPIRED));
  }

  @Test
  void whomNobodyKnowsGetsNoLetter() {
    assertThat(desk(NOW).sendLetter(from("urs"), order("0000 0000")))
        .isInstanceOf(Outcome.Rejected.class);
  }

  private ActivationDesk desk(Instant now) {
    return new ActivationDesk("unit-1", letters, Clock.fixed(now, ZoneOffset.UTC));
  }

  private String code() {
    return letters.newestFirst().getFirst().code();
  }

  private static ActivationOutcome wrong() {
    return ActivationOutcome.refused(ActivationRefusal.WRONG);
  }

  private static ActivationOutcome locked() {
    return ActivationOutcome.refused(ActivationRefusal.LOCKED);
  }

  private static ActivationLetter order(String number) {
    return new ActivationLetter(Map.of("number", number));
  }

  private static ReceivedRequest from(String subject) {
    var id = new RequestId(UUID.randomUUID());
    var envelope =
        new Envelope(
            id,
            SubmissionId.of(id),
            SubmissionKind.ACTIVATION,
            Reference.next(Year.of(2026)),
            "power",
            1,
            null,
            "unit-1",
            subject,
            Assurance.LOGIN,
            "de",
            NOW,
            null,
            null);
    var sender =
        new Sender(
            Sender.Kind.PRIVATE,
            new Sender.Name("Vreni", "Muster"),
            null,
            new Sender.Contact("vreni@example.ch", null, null));
    return new ReceivedRequest(
        new Metadata(envelope, sender, null, List.of(), null),
        Json.mapper().createObjectNode(),
        List.of(),
        "signed.by.portal",
        1);
  }
}
