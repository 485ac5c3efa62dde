package ch.meinkonto.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.connector.Target.Fault;
import ch.meinkonto.connector.Target.Taken;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.unit.ReceivedRequest;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What every kind of channel keeps, whatever stands behind it: the whole connector between a small
 * portal and a real system of the kind.
 */
@ExtendWith(OutputCaptureExtension.class)
public abstract class ChannelContract {

  static final Duration SOON = Duration.ofSeconds(30);
  private static final byte[] PICKUP_SLIP = "%PDF-1.7 slip".getBytes(StandardCharsets.UTF_8);

  @TempDir protected Path root;
  SmallPortal portal;
  Target target;
  private ConfigurableApplicationContext connector;

  /** The system; called once for each test, before the connector starts. */
  protected abstract Target target() throws Exception;

  @BeforeEach
  void start() throws Exception {
    portal = new SmallPortal(this::publicKeys);
    target = target();
    Files.writeString(
        root.resolve("connector.yaml"),
        "units:\n  fundbuero:\n" + target.configuration().strip().indent(4));
    startConnector();
  }

  private void startConnector() {
    connector =
        SpringApplication.run(
            Connector.class,
            "--connector.portal=" + portal.address(),
            "--connector.city-dir=" + root,
            "--connector.data-dir=" + root.resolve("data"),
            "--connector.config=" + root.resolve("connector.yaml"));
    assertThat(Connector.serve(connector)).isEqualTo(Connector.RUNNING);
  }

  private JWKSet publicKeys() {
    try {
      return JWKSet.load(root.resolve("data/unit-keys/fundbuero.jwks.json").toFile());
    } catch (IOException | ParseException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void stop() throws Exception {
    connector.close();
    target.close();
    portal.close();
  }

  private void bring(ReceivedRequest request) {
    portal.offer(request);
    await().atMost(SOON).until(portal::isEmpty);
  }

  private static Map<String, Object> message(ReceivedRequest about, String text) {
    return Map.of(
        "reference", about.envelope().reference().value(), "kind", "message", "text", text);
  }

  private List<String> texts() {
    return portal.heard().stream()
        .flatMap(event ->
            event instanceof UnitEvent.Message message ? Stream.of(message.text()) : Stream.of())
        .toList();
  }

  @Test
  void bringsWhatSheWroteWithHerPhoto() throws Exception {
    ReceivedRequest umbrella = Samples.lostUmbrella();
    bring(umbrella);

    assertThat(target.taken())
        .singleElement()
        .satisfies(taken -> {
          assertThat(taken.submission()).isEqualTo(umbrella.id());
          assertThat(taken.reference()).isEqualTo(umbrella.envelope().reference().value());
          assertThat(taken.data()).contains("schirm", "rot", "2026-11-23", "Ćosić");
          assertThat(taken.attachments()).containsExactly(Samples.PHOTO);
        });
  }

  @Test
  void bringsAnAttachmentThatComesInFragments() throws Exception {
    byte[] film = new byte[2 * Part.FRAGMENT + 7];
    new Random(1).nextBytes(film);
    bring(Samples.lostUmbrella(Samples.attachment("Film.jpg", film)));

    assertThat(target.taken())
        .singleElement()
        .satisfies(taken -> assertThat(taken.attachments()).containsExactly(film));
  }

  @Test
  void bringsItOnceHoweverOftenThePortalOffersIt() throws Exception {
    ReceivedRequest umbrella = Samples.lostUmbrella();
    bring(umbrella);
    bring(umbrella);
    connector.close();
    startConnector();
    bring(umbrella);

    assertThat(target.taken()).hasSize(1);
  }

  @Test
  void leavesItAtThePortalWhileTheSystemIsAway() throws Exception {
    target.fault(Fault.DOWN);
    ReceivedRequest umbrella = Samples.lostUmbrella();
    portal.offer(umbrella);
    await()
        .atMost(SOON)
        .until(() ->
            connector.getBean(Connections.class).health().stream()
                .anyMatch(unit -> !unit.trouble().isEmpty()));
    assertThat(portal.isEmpty()).isFalse();

    target.fault(Fault.NONE);
    portal.offer(umbrella); // its next try comes soon
    await().atMost(SOON).until(() -> !target.taken().isEmpty());
    assertThat(target.taken()).hasSize(1);
    await()
        .atMost(SOON)
        .until(() ->
            connector.getBean(Connections.class).health().stream()
                .allMatch(unit -> unit.trouble().isEmpty()));
  }

  @Test
  void bringsHerAnswerAfterWhatItAnswers() throws Exception {
    ReceivedRequest umbrella = Samples.lostUmbrella();
    bring(umbrella);
    ReceivedRequest answer = Samples.answer(umbrella, "Der Griff ist aus Holz.");
    bring(answer);
    bring(answer);

    assertThat(target.taken().stream().map(Taken::submission))
        .containsExactly(umbrella.id(), answer.id());
    assertThat(target.taken().getLast().data()).contains("Der Griff ist aus Holz.");
    assertThat(target.taken().getLast().reference())
        .isEqualTo(umbrella.envelope().reference().value());
  }

  @Test
  void saysThatSheTookItBack() throws Exception {
    ReceivedRequest umbrella = Samples.lostUmbrella();
    bring(umbrella);
    ReceivedRequest withdrawal = Samples.withdrawal(umbrella, "Er war im Keller.");
    bring(withdrawal);
    bring(withdrawal);

    assertThat(target.taken().stream().map(Taken::submission))
        .containsExactly(umbrella.id(), withdrawal.id());
    assertThat(target.taken().getLast().data()).contains("Er war im Keller.");
  }

  @Test
  void bringsWhatAnotherUnitDecidesAndThatSheTookItBack() throws Exception {
    ReceivedRequest copy = Samples.copyOfLostUmbrella();
    bring(copy);
    bring(copy);
    ReceivedRequest withdrawal = Samples.withdrawal(copy, "Er war im Keller.");
    bring(withdrawal);

    assertThat(target.taken().stream().map(Taken::submission))
        .containsExactly(copy.id(), withdrawal.id());
    assertThat(target.taken().getFirst().data()).contains("schirm", "rot");
    assertThat(target.taken().getFirst().attachments()).containsExactly(Samples.PHOTO);
  }

  @Test
  void sendsHerTheMessageAndItsDocumentOnce() throws Exception {
    ReceivedRequest umbrella = Samples.lostUmbrella();
    bring(umbrella);
    Map<String, Object> word =
        Map.of(
            "reference",
            umbrella.envelope().reference().value(),
            "kind",
            "message",
            "text",
            "Ihr Schirm ist da. Grüsse",
            "documents",
            List.of("Abholschein.pdf"));
    target.say("brief-1", word, Map.of("Abholschein.pdf", PICKUP_SLIP));
    await().atMost(SOON).until(() -> portal.heard().size() == 1);
    target.say("brief-1", word, Map.of("Abholschein.pdf", PICKUP_SLIP));
    target.say("brief-2", message(umbrella, "Bis bald."), Map.of());
    await().atMost(SOON).until(() -> texts().contains("Bis bald."));

    assertThat(texts()).containsExactly("Ihr Schirm ist da. Grüsse", "Bis bald.");
    assertThat(portal.heard().getFirst())
        .asInstanceOf(type(UnitEvent.Message.class))
        .satisfies(message -> {
          assertThat(message.requestId()).isEqualTo(umbrella.requestId());
          assertThat(message.documents())
              .singleElement()
              .satisfies(document -> {
                assertThat(document.name()).isEqualTo("Abholschein.pdf");
                assertThat(document.mediaType()).isEqualTo("application/pdf");
                assertThat(document.bytes()).isEqualTo(PICKUP_SLIP);
              });
        });
  }

  @Test
  void asksHerAndTellsHowFarItIs() throws Exception {
    ReceivedRequest umbrella = Samples.lostUmbrella();
    bring(umbrella);
    String reference = umbrella.envelope().reference().value();
    target.say(
        "a-frage",
        Map.of("reference", reference, "kind", "question", "text", "Holzgriff?", "uploads", true),
        Map.of());
    await().atMost(SOON).until(() -> portal.heard().size() == 1);
    target.say(
        "b-stand",
        Map.of("reference", reference, "kind", "state", "state", "decided", "text", "Gefunden."),
        Map.of());
    await().atMost(SOON).until(() -> portal.heard().size() == 2);

    assertThat(portal.heard().getFirst())
        .asInstanceOf(type(UnitEvent.Question.class))
        .satisfies(question -> {
          assertThat(question.text()).isEqualTo("Holzgriff?");
          assertThat(question.uploads()).isTrue();
        });
    assertThat(portal.heard().getLast())
        .isEqualTo(
            new UnitEvent.StateChanged(umbrella.requestId(), RequestState.DECIDED, "Gefunden."));
  }

  @Test
  void deliversFormallyAndHearsHowThatWent() throws Exception {
    ReceivedRequest umbrella = Samples.lostUmbrella();
    bring(umbrella);
    Map<String, Object> word = new HashMap<>(message(umbrella, "Wir geben ihn nicht heraus."));
    word.putAll(Map.of("formal", "decision", "days", 7, "deemed", true));
    target.say("verfuegung", word, Map.of());
    await().atMost(SOON).until(() -> portal.heard().size() == 1);

    UnitEvent.Message said = (UnitEvent.Message) portal.heard().getFirst();
    assertThat(said.text()).isEqualTo("Wir geben ihn nicht heraus.");
    assertThat(said.formal()).isEqualTo(Formal.of(Formal.Kind.DECISION).within(7).deemedThen());
    String name = Objects.requireNonNull(said.messageId());
    ReceivedRequest notice = Samples.notice(umbrella, name);
    bring(notice);
    bring(notice);
    assertThat(target.taken().stream().map(Taken::submission))
        .containsExactly(umbrella.id(), notice.id());
    assertThat(target.taken().getLast().data()).contains(name, "not-opened", "2026-12-07");
  }

  @Test
  void saysLaterWhatThePortalCannotHearNow() throws Exception {
    ReceivedRequest umbrella = Samples.lostUmbrella();
    bring(umbrella);
    int calls = portal.eventCalls();
    portal.setMood(SmallPortal.Mood.ANSWER_LOST);
    target.say("brief-1", message(umbrella, "Ihr Schirm ist da."), Map.of());
    await().atMost(SOON).until(() -> portal.eventCalls() > calls);
    portal.setMood(SmallPortal.Mood.WELL);
    target.say("brief-2", message(umbrella, "Bis bald."), Map.of());

    await().atMost(SOON.multipliedBy(2)).until(() -> texts().contains("Bis bald."));
    assertThat(texts()).containsExactly("Ihr Schirm ist da.", "Bis bald.");
  }

  @Test
  void saysLaterWhatComesBeforeThePortalKnowsThatTheUnitHasIt() throws Exception {
    ReceivedRequest umbrella = Samples.lostUmbrella();
    portal.setMood(SmallPortal.Mood.BEHIND);
    portal.offer(umbrella);
    await().atMost(SOON).until(() -> !target.taken().isEmpty());
    target.say("brief", message(umbrella, "Ihr Schirm ist da."), Map.of());
    await().atMost(SOON).until(() -> portal.earlyWords() > 0);
    portal.setMood(SmallPortal.Mood.WELL);
    portal.offer(umbrella); // its next try comes soon

    await().atMost(SOON.multipliedBy(2)).until(() -> texts().contains("Ihr Schirm ist da."));
    assertThat(target.complaints()).isEmpty();
  }

  @Test
  void setsAsideWhatCannotBeUnderstoodAndGoesOn() throws Exception {
    ReceivedRequest umbrella = Samples.lostUmbrella();
    bring(umbrella);
    target.babble("a-unsinn");
    target.say(
        "b-fremd",
        Map.of("reference", "MK-2026-7F3K-92QD", "kind", "message", "text", "Wer sind Sie?"),
        Map.of());
    target.say("c-brief", message(umbrella, "Ihr Schirm ist da."), Map.of());

    await().atMost(SOON).until(() -> texts().contains("Ihr Schirm ist da."));
    await().atMost(SOON).until(() -> target.complaints().size() == 2);
    assertThat(texts()).containsExactly("Ihr Schirm ist da.");
  }

  @Test
  void keepsNothingOfWhatSheWrote(CapturedOutput log) throws Exception {
    ReceivedRequest umbrella = Samples.lostUmbrella();
    bring(umbrella);
    target.say("brief", message(umbrella, "Ihr Schirm ist da."), Map.of());
    await().atMost(SOON).until(() -> !texts().isEmpty());

    assertThat(log.getAll()).doesNotContain("Ćosić", "mirela@example.ch", "Ihr Schirm ist da");
    try (Stream<Path> files = Files.walk(root.resolve("data"))) {
      for (Path file : files.filter(this::isTheConnectors).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
            .as(file.toString())
            .doesNotContain("Ćosić", "mirela@example.ch", "2026-11-23", "Ihr Schirm ist da");
      }
    }
  }

  /** Files of the connector's own; a unit's system that lies in the same place is not. */
  protected boolean isTheConnectors(Path file) {
    return Files.isRegularFile(file);
  }
}
