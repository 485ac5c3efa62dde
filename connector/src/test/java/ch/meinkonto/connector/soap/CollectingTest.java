package ch.meinkonto.connector.soap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.SmallPortal;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.TickingClock;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Place;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.paper.Labels;
import ch.meinkonto.connector.soap.WebService.Mood;
import ch.meinkonto.connector.soap.WebService.Raw;
import ch.meinkonto.connector.soap.exchange.WordType;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.Retry;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ws.soap.SoapVersion;

class CollectingTest {

  private static final UnitKeys KEYS = UnitKeys.generate(Samples.UNIT);
  private static final Retry QUICK = new Retry(2, Duration.ofMillis(1), Duration.ofMillis(2));

  @TempDir private Path root;
  private final TickingClock clock = new TickingClock();
  private final Counts counts = new Counts();
  private final ReceivedRequest umbrella = Samples.lostUmbrella();
  private final ReceivedRequest hat = Samples.lostUmbrella();
  private SmallPortal portal;
  private Unit unit;
  private WebService target;
  private Exchange exchange;
  private Collecting collecting;

  @BeforeEach
  void start() throws Exception {
    portal = new SmallPortal(KEYS::publicJwks);
    unit = Unit.connect(UnitSettings.of(portal.address(), KEYS).withRetry(QUICK));
    target = new WebService(SoapVersion.SOAP_12);
    Service service = SoapRig.service(target, SoapVersion.SOAP_12, Optional.empty());
    exchange = new Exchange(service);
    Ledger ledger = Ledger.open(root.resolve("handed-over.jsonl"), new ForcedDisk());
    for (ReceivedRequest one : List.of(umbrella, hat)) {
      ledger.prepared(
          new Place(one.id(), one.requestId(), one.envelope().reference(), one.id().toString()));
    }
    Surroundings around =
        new Surroundings(Samples.UNIT, unit, root, new Labels("http://none"), counts, clock);
    collecting =
        new Collecting(
            around, exchange, new Frame(service, clock), new Replies(unit.cases(), ledger));
  }

  @AfterEach
  void stop() {
    exchange.close();
    target.close();
    unit.close();
    portal.close();
  }

  private static String reference(ReceivedRequest request) {
    return request.envelope().reference().value();
  }

  private List<String> texts() {
    return portal.heard().stream()
        .flatMap(event ->
            event instanceof UnitEvent.Message message ? Stream.of(message.text()) : Stream.of())
        .toList();
  }

  @Test
  void confirmsWhatThePortalHasHeard() {
    target.say(Spoken.message("a", reference(umbrella), "Da."));
    collecting.round();
    collecting.round();

    assertThat(texts()).containsExactly("Da.");
    assertThat(target.confirmed()).containsExactly("a");
    assertThat(counts.get(Counts.Of.SENT)).isEqualTo(1);
  }

  @Test
  void saysOnceWhatComesAgainBecauseItsConfirmationWasLost() {
    WordType word = Spoken.message("a", reference(umbrella), "Da.");
    target.say(word);
    collecting.round();
    target.say(word);
    collecting.round();

    assertThat(texts()).containsExactly("Da.");
    assertThat(target.confirmed()).containsExactly("a", "a");
  }

  @Test
  void keepsTheOrderOfACaseAndLetsOthersPass() {
    portal.setMood(SmallPortal.Mood.BUSY);
    target.say(Spoken.message("a", reference(umbrella), "Eins."));
    target.say(Spoken.message("b", reference(umbrella), "Zwei."));
    target.say(Spoken.message("c", reference(hat), "Hut."));
    collecting.round();
    assertThat(collecting.trouble()).isPresent();

    portal.setMood(SmallPortal.Mood.WELL);
    collecting.round();
    assertThat(texts()).containsExactly("Hut.");

    clock.tick(Duration.ofSeconds(16));
    collecting.round();
    assertThat(texts()).containsExactly("Hut.", "Eins.", "Zwei.");
    assertThat(target.confirmed()).containsExactly("c", "a", "b");
    assertThat(collecting.trouble()).isEmpty();
  }

  @Test
  void tellsTheServiceWhyAWordIsNotSent() {
    String mine = reference(umbrella);
    WordType stateless = Spoken.message("b", mine, "Was?");
    stateless.setMessage(null);
    WordType endless =
        Spoken.word(
            "c",
            Map.of("reference", mine, "kind", "message", "text", "Plan"),
            Map.of("Plan.pdf", new byte[10 * 1024 * 1024 + 1]));
    target.say(Spoken.message("a", "MK-2026-7F3K-92Q8", "Wer sind Sie?"));
    target.say(stateless);
    target.say(endless);
    target.say(
        Spoken.word(
            "d",
            Map.of("reference", mine, "kind", "state", "state", "rejected", "text", "Nein"),
            Map.of()));
    target.say(Spoken.message("e", mine, "Da."));
    collecting.round();

    assertThat(target.confirmed()).containsExactly("a", "b", "c", "d", "e");
    assertThat(target.complaints())
        .containsExactly(
            "Zur Referenz MK-2026-7F3K-92Q8 ist hier kein Antrag eingegangen.",
            "«kind» fehlt oder ist kein Text.",
            "Die Dokumente sind zusammen grösser als 10 MB.",
            "«state» muss in-progress, decided oder closed sein.");
    assertThat(texts()).containsExactly("Da.");
    assertThat(counts.get(Counts.Of.NOT_SENT)).isEqualTo(4);
  }

  @Test
  void saysThatAWordHasNoNameAndGoesOn() {
    WordType nameless = Spoken.message("x", reference(umbrella), "Wie heisse ich?");
    nameless.getHeader().setMessageId("mit Leerschlag");
    target.say(nameless);
    target.say(Spoken.message("a", reference(umbrella), "Da."));
    collecting.round();

    assertThat(texts()).containsExactly("Da.");
    assertThat(collecting.trouble())
        .hasValueSatisfying(why -> assertThat(why).contains("messageId"));
  }

  @Test
  void givesDocumentsHarmlessNames() {
    target.say(
        Spoken.word(
            "a",
            Map.of("reference", reference(umbrella), "kind", "message", "text", "Da."),
            Map.of("../../etc/Brief\u202Efdp.pdf", new byte[] {1})));
    collecting.round();

    assertThat(portal.heard())
        .singleElement()
        .isInstanceOfSatisfying(
            UnitEvent.Message.class,
            message ->
                assertThat(message.documents())
                    .singleElement()
                    .satisfies(document -> {
                      assertThat(document.name()).isEqualTo("Brieffdp.pdf");
                      assertThat(document.mediaType()).isEqualTo("application/pdf");
                    }));
  }

  @Test
  void asksAgainWhenTheServiceIsAway() {
    target.say(Spoken.message("a", reference(umbrella), "Da."));
    for (Mood mood : new Mood[] {Mood.DOWN, Mood.STRICT, Mood.BROKEN}) {
      target.setMood(mood);
      collecting.round();
      assertThat(collecting.trouble()).as(mood.name()).isPresent();
    }
    target.setMood(Mood.WELL);
    target.setRaw(new Raw(200, "application/soap+xml", new byte[0]));
    collecting.round();
    assertThat(texts()).isEmpty();
    target.setRaw(null);
    collecting.round();

    assertThat(texts()).containsExactly("Da.");
    assertThat(collecting.trouble()).isEmpty();
  }
}
