package ch.meinkonto.connector.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.SmallPortal;
import ch.meinkonto.connector.SmallPortal.Mood;
import ch.meinkonto.connector.TickingClock;
import ch.meinkonto.connector.files.Desk;
import ch.meinkonto.connector.files.Outbox;
import ch.meinkonto.connector.files.SentWords;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.FailingDisk;
import ch.meinkonto.connector.handover.FailingDisk.Failure;
import ch.meinkonto.connector.handover.FailingDisk.Killed;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.Retry;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxTest {

  private static final UnitKeys KEYS = UnitKeys.generate(Samples.UNIT);
  private static final Retry QUICK = new Retry(2, Duration.ofMillis(1), Duration.ofMillis(2));

  private final TickingClock clock = new TickingClock();
  private final Counts counts = new Counts();
  private final ReceivedRequest umbrella = Samples.lostUmbrella();
  private final RequestId request = umbrella.requestId();
  private final String reference = umbrella.envelope().reference().value();
  @TempDir private Path root;
  private Rig rig;
  private SmallPortal portal;
  private Unit unit;
  private Outbox outbox;

  @BeforeEach
  void takeARequest() throws IOException {
    portal = new SmallPortal(KEYS::publicJwks);
    unit = Unit.connect(UnitSettings.of(portal.address(), KEYS).withRetry(QUICK));
    rig = new Rig(root);
    rig.start(new ForcedDisk()).take(umbrella);
    outbox = start(new ForcedDisk());
  }

  private Outbox start(Disk disk) throws IOException {
    return new Outbox(
        new Desk(
            Samples.UNIT, new LocalFolder(rig.layout.root(), disk), clock, Duration.ofSeconds(2)),
        SentWords.open(rig.layout.own().resolve("sent.jsonl"), disk),
        new Replies(unit.cases(), rig.ledger(disk)),
        counts);
  }

  @AfterEach
  void stop() {
    unit.close();
    portal.close();
  }

  private String drop(String name, Map<String, Object> word) throws IOException {
    return drop(name, Json.write(word));
  }

  private String drop(String name, String content) throws IOException {
    Files.writeString(rig.layout.outgoing().resolve(name), content);
    return name;
  }

  private String message(String text, String... documents) throws IOException {
    return drop(
        "brief.json",
        Map.of(
            "reference",
            reference,
            "kind",
            "message",
            "text",
            text,
            "documents",
            List.of(documents)));
  }

  /** Time in which the connector looks and nobody writes. */
  private void pass(Duration time) {
    outbox.waiting();
    clock.tick(time);
  }

  private String reason(String name) throws IOException {
    return Files.readString(rig.layout.failed().resolve(name + ".grund.txt"));
  }

  private List<String> outgoing() throws IOException {
    return Rig.names(rig.layout.outgoing()).toList();
  }

  @Test
  void sendsAMessageWithItsDocumentsAndFilesThemAway() throws IOException {
    drop("Abholschein.pdf", "%PDF");
    String word = message("Ihr Schirm ist da.", "Abholschein.pdf");
    pass(Duration.ofSeconds(3));
    outbox.send(word);

    assertThat(portal.heard())
        .singleElement()
        .isInstanceOfSatisfying(
            UnitEvent.Message.class,
            message -> {
              assertThat(message.requestId()).isEqualTo(request);
              assertThat(message.text()).isEqualTo("Ihr Schirm ist da.");
              assertThat(message.documents())
                  .singleElement()
                  .satisfies(document -> {
                    assertThat(document.name()).isEqualTo("Abholschein.pdf");
                    assertThat(document.mediaType()).isEqualTo("application/pdf");
                    assertThat(document.bytes()).asString().isEqualTo("%PDF");
                  });
            });
    assertThat(Rig.names(rig.layout.done())).containsExactly("Abholschein.pdf", "brief.json");
    assertThat(outgoing()).containsExactly("erledigt", "fehler");
    assertThat(counts.get(Counts.Of.SENT)).isOne();
  }

  @Test
  void asksAQuestion() throws IOException {
    outbox.send(
        drop(
            "frage.json",
            Map.of(
                "reference",
                reference,
                "kind",
                "question",
                "text",
                "Welche Farbe?",
                "uploads",
                false)));
    assertThat(portal.heard())
        .singleElement()
        .isInstanceOfSatisfying(
            UnitEvent.Question.class,
            question -> {
              assertThat(question.text()).isEqualTo("Welche Farbe?");
              assertThat(question.uploads()).isFalse();
            });
  }

  @Test
  void announcesAStateWithAWordOrWithout() throws IOException {
    outbox.send(
        drop("1.json", Map.of("reference", reference, "kind", "state", "state", "in-progress")));
    outbox.send(
        drop(
            "2.json",
            "\uFEFF"
                + Json.write(
                    Map.of(
                        "reference", reference.toLowerCase(java.util.Locale.ROOT),
                        "kind", "state",
                        "state", "decided",
                        "text", "Gefunden."))));
    assertThat(portal.heard())
        .containsExactly(
            new UnitEvent.StateChanged(request, RequestState.IN_PROGRESS, null),
            new UnitEvent.StateChanged(request, RequestState.DECIDED, "Gefunden."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          das ist kein JSON                                                     | Zeile 1, Spalte
          []                                                                    | kein JSON-Objekt
          {"reference":"R","kind":"letter","text":"Hallo"}                      | «kind» muss message
          {"reference":"R","kind":"message"}                                    | «text» fehlt
          {"reference":"R","kind":"message","text":7}                           | «text» fehlt
          {"reference":"R","kind":"message","text":"Hallo","betreff":"x"}       | «betreff» gibt es
          {"reference":"Rx","kind":"message","text":"Hallo"}                    | keine Referenz
          {"reference":"other","kind":"message","text":"Hallo"}                  | kein Antrag eingegangen
          {"reference":"R","kind":"state","state":"accepted"}                   | «state» muss
          {"reference":"R","kind":"question","text":"Was?","uploads":"ja"}      | true oder false
          {"reference":"R","kind":"message","text":"Hallo","formal":"brief"}    | «formal» muss decision
          {"reference":"R","kind":"message","text":"Hallo","days":7}            | nur zusammen mit «formal»
          {"reference":"R","kind":"message","text":"Hallo","formal":"notice","days":"7"} | eine ganze Zahl
          {"reference":"R","kind":"message","text":"Hallo","formal":"notice","days":6,"deemed":true} | frühestens nach 7
          {"reference":"R","kind":"question","text":"Was?","fields":{}}         | eine Liste von Feldern
          {"reference":"R","kind":"question","text":"Was?","uploads":true,"fields":[{}]} | Dateien sind Felder
          {"reference":"R","kind":"message","text":"Hallo","documents":"a.pdf"} | eine Liste
          {"reference":"R","kind":"message","text":"Hallo","documents":["../eingang/x"]} | nicht im Ordner
          {"reference":"R","kind":"message","text":"Hallo","documents":["/etc/hostname"]} | nicht im Ordner
          {"reference":"R","kind":"message","text":"Hallo","documents":["fehlt.pdf"]} | «fehlt.pdf» fehlt
          {"reference":"R","kind":"list-position"}                              | «places» muss
          {"reference":"R","kind":"list-position","places":[]}                  | «places» muss
          {"reference":"R","kind":"list-position","places":[{"list":"A","position":0}]} | «places» muss
          {"reference":"R","kind":"list-position","places":[{"list":"A","position":"vorn"}]} | «places» muss
          {"reference":"R","kind":"list-position","places":[{"list":"A","position":9,"length":8}]} | «places» muss
          """)
  void saysInPlainGermanWhatIsWrong(String content, String reason) throws IOException {
    String other = Reference.next(Year.of(2026)).value();
    String word =
        drop(
            "falsch.json",
            content
                .replace("\"R\"", "\"" + reference + "\"")
                .replace("\"other\"", "\"" + other + "\""));
    pass(Duration.ofMinutes(1));
    outbox.send(word);
    assertThat(reason("falsch.json")).contains(reason);
    assertThat(rig.layout.failed().resolve("falsch.json")).exists();
    assertThat(outgoing()).containsExactly("erledigt", "fehler");
    assertThat(portal.eventCalls()).isZero();
    assertThat(counts.get(Counts.Of.NOT_SENT)).isOne();
  }

  @Test
  void doesNotFollowLinksOutOfTheFolder() throws IOException {
    Path secret = Files.writeString(root.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(rig.layout.outgoing().resolve("link.txt"), secret);
    String word = message("Hallo", "link.txt");
    pass(Duration.ofMinutes(1));
    outbox.send(word);
    assertThat(reason("brief.json")).contains("fehlt");
  }

  @Test
  void waitsForADocumentThatComesAfterItsMessage() throws IOException {
    String word = message("Ihr Schirm ist da.", "Abholschein.pdf");
    outbox.send(word);
    assertThat(outgoing()).contains(word);
    drop("Abholschein.pdf", "%PDF");
    outbox.send(word);
    assertThat(outgoing()).contains(word);
    pass(Duration.ofSeconds(3));
    outbox.send(word);
    assertThat(portal.heard()).hasSize(1);
  }

  @Test
  void refusesDocumentsThatAreTooLargeTogether() throws IOException {
    Files.write(rig.layout.outgoing().resolve("gross.pdf"), new byte[10 * 1024 * 1024 + 1]);
    String word = message("Ihr Schirm ist da.", "gross.pdf");
    pass(Duration.ofSeconds(3));
    outbox.send(word);
    assertThat(reason("brief.json")).contains("grösser als 10 MB");
  }

  @Test
  void tellsWhatThePortalRefuses() throws IOException {
    portal.setMood(Mood.REFUSING);
    outbox.send(message("Ihr Schirm ist da."));
    assertThat(reason("brief.json")).contains("Der Stand des Antrags lässt das nicht zu");
  }

  @Test
  void keepsEverythingAndItsOrderWhileThePortalIsDown() throws IOException {
    String first = message("Ihr Schirm ist da.");
    String second =
        drop("z.json", Map.of("reference", reference, "kind", "state", "state", "closed"));
    portal.setMood(Mood.BUSY);
    outbox.send(first);
    portal.setMood(Mood.WELL);
    outbox.send(second);
    assertThat(portal.heard()).isEmpty();
    assertThat(outbox.trouble()).isPresent();

    pass(Duration.ofSeconds(20));
    outbox.send(first);
    outbox.send(second);
    assertThat(portal.heard())
        .hasExactlyElementsOfTypes(UnitEvent.Message.class, UnitEvent.StateChanged.class);
    assertThat(outbox.trouble()).isEmpty();
  }

  @Test
  void isHeardOnceThoughTheAnswerGotLost() throws IOException {
    String word = message("Ihr Schirm ist da.");
    portal.setMood(Mood.ANSWER_LOST);
    outbox.send(word);
    assertThat(outgoing()).contains(word);
    portal.setMood(Mood.WELL);
    pass(Duration.ofSeconds(20));
    outbox.send(word);
    assertThat(portal.heard()).hasSize(1);
    assertThat(rig.layout.done().resolve("brief.json")).exists();
  }

  @ParameterizedTest
  @EnumSource(names = {"KILLED_BEFORE", "KILLED_WITHIN"})
  void isHeardOnceAndFiledAwayWhereverTheProgramIsKilled(Failure failure) throws IOException {
    boolean failed = true;
    for (int step = 0; failed; step++) {
      String name = step + ".json";
      drop("Schein-" + step + ".pdf", "%PDF");
      String word =
          drop(
              name,
              Map.of(
                  "reference",
                  reference,
                  "kind",
                  "message",
                  "text",
                  "Nummer " + step,
                  "documents",
                  List.of("Schein-" + step + ".pdf")));
      FailingDisk disk = new FailingDisk(step, failure);
      Outbox unlucky = start(disk);
      if (sends(unlucky, word)) {
        assertThat(disk.hasFailed()).isFalse();
      }
      failed = disk.hasFailed();
      if (outgoing().contains(word)) {
        sends(start(new ForcedDisk()), word);
      }
      assertThat(rig.layout.done().resolve(name)).exists();
      assertThat(rig.layout.done().resolve("Schein-" + step + ".pdf")).exists();
      assertThat(portal.heard()).as("step %d", step).hasSize(step + 1);
      assertThat(Rig.names(rig.layout.failed())).isEmpty();
    }
  }

  private boolean sends(Outbox outbox, String word) {
    try {
      outbox.waiting();
      clock.tick(Duration.ofSeconds(3));
      outbox.send(word);
      return true;
    } catch (Killed killed) {
      return false;
    }
  }

  @Test
  void neverOverwritesWhatLiesThere() throws IOException {
    outbox.send(message("Ihr Schirm ist da."));
    outbox.send(message("Er liegt bis Freitag hier."));
    assertThat(Rig.names(rig.layout.done())).containsExactly("brief-2.json", "brief.json");
    assertThatThrownBy(() -> reason("brief.json")).isInstanceOf(IOException.class);
    assertThat(portal.heard()).hasSize(2);
  }
}
