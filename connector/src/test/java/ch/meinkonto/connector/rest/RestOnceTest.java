package ch.meinkonto.connector.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.handover.FailingDisk;
import ch.meinkonto.connector.handover.FailingDisk.Failure;
import ch.meinkonto.connector.handover.FailingDisk.Killed;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.rest.CaseSystem.Mood;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever call or note goes wrong, and with whatever API: one case with its files in the end. */
class RestOnceTest {

  /** Ways in which APIs are made. */
  enum Dialect {
    NAMED_BY_US(
        """
        request: { put: "/faelle/{submission}", id: /fall/nummer }
        answer: { put: "/faelle/{case}/antworten/{submission}" }
        attachment: { put: "/dateien/{submission}-{number}" }
        """),
    FILES_FIRST(
        """
        request: { put: "/faelle/{submission}" }
        attachment: { post: /dateien, key: Idempotency-Key, id: location, when: before }
        complete: { post: "/faelle/{submission}/vollstaendig", key: Idempotency-Key }
        """),
    KNOWS_KEYS(
        """
        request: { post: /faelle, key: Idempotency-Key, id: location }
        attachment: { post: "/faelle/{case}/dateien", key: Idempotency-Key, multipart: datei }
        """),
    HAS_TO_BE_ASKED(
        """
        request: { post: /faelle, find: "/suche?nach={submission}", found: /0/nummer, id: /fall/nummer }
        attachment:
          post: "/faelle/{case}/dateien/{submission}-{number}"
          find: "/suche?nach={submission}-{number}"
          found: /0/nummer
        """);

    private final String options;

    Dialect(String options) {
      this.options = options;
    }
  }

  private final ReceivedAttachment front =
      Samples.attachment("vorne.jpg", "Bild A".getBytes(UTF_8));
  private final ReceivedAttachment back =
      Samples.attachment("hinten.jpg", "Bild B".getBytes(UTF_8));

  @TempDir private Path root;
  private CaseSystem system;

  @BeforeEach
  void start() throws Exception {
    system = new CaseSystem();
  }

  @AfterEach
  void stop() {
    system.close();
  }

  private RestPlan plan(Dialect dialect) throws Exception {
    return RestRig.plan(root, "channel: rest\nurl: " + system.address() + "\n" + dialect.options);
  }

  @ParameterizedTest
  @EnumSource
  void whateverCallIsLost(Dialect dialect) throws Exception {
    RestPlan plan = plan(dialect);
    try (Client client = RestRig.client(plan)) {
      int calls = callsOfAGoodDay(plan, client);
      for (Mood mood : List.of(Mood.AWAY, Mood.MUTE)) {
        for (int call = 0; call < calls; call++) {
          system.things.clear();
          Path notes = Files.createDirectories(root.resolve(mood + "-" + call));
          ReceivedRequest request = Samples.lostUmbrella(front, back);
          system.moods(Map.of(call, mood));
          Handover first = RestRig.start(plan, client, notes, new ForcedDisk());
          assertThat(first.take(request)).isInstanceOf(Outcome.TryLater.class);
          assertThat(first.trouble().current()).isPresent();

          Handover second = RestRig.start(plan, client, notes, new ForcedDisk());
          assertThat(second.take(request)).isEqualTo(Outcome.accepted());
          assertThat(second.take(request)).isEqualTo(Outcome.accepted());
          assertThat(second.trouble().current()).isEmpty();
          assertThatAllIsThereOnce(request);
        }
      }
    }
  }

  private int callsOfAGoodDay(RestPlan plan, Client client) throws Exception {
    Path notes = Files.createDirectories(root.resolve("good"));
    system.moods(Map.of());
    Handover handover = RestRig.start(plan, client, notes, new ForcedDisk());
    assertThat(handover.take(Samples.lostUmbrella(front, back))).isEqualTo(Outcome.accepted());
    assertThat(system.changes()).isGreaterThanOrEqualTo(3);
    return system.changes();
  }

  @ParameterizedTest
  @EnumSource
  void whateverNoteIsLost(Dialect dialect) throws Exception {
    RestPlan plan = plan(dialect);
    try (Client client = RestRig.client(plan)) {
      for (Failure failure : Failure.values()) {
        boolean failed = true;
        for (int step = 0; failed; step++) {
          system.things.clear();
          Path notes = Files.createDirectories(root.resolve(failure + "-" + step));
          ReceivedRequest request = Samples.lostUmbrella(front, back);
          FailingDisk disk = new FailingDisk(step, failure);
          try {
            Outcome outcome = RestRig.start(plan, client, notes, disk).take(request);
            assertThat(outcome.equals(Outcome.accepted())).isNotEqualTo(disk.hasFailed());
          } catch (Killed killed) {
            assertThat(disk.hasFailed()).isTrue();
          }
          failed = disk.hasFailed();
          Handover again = RestRig.start(plan, client, notes, new ForcedDisk());
          assertThat(again.take(request)).isEqualTo(Outcome.accepted());
          assertThatAllIsThereOnce(request);
        }
      }
    }
  }

  @Test
  void takesNothingBackThatNeverCame() throws Exception {
    RestPlan plan =
        RestRig.plan(
            root,
            """
            url: %s
            request: { post: /faelle, key: Idempotency-Key, id: location }
            withdrawal: { put: "/faelle/{case}/rueckzug" }
            """
                .formatted(system.address()));
    try (Client client = RestRig.client(plan)) {
      Handover handover = RestRig.start(plan, client, root, new ForcedDisk());
      ReceivedRequest never = Samples.withdrawal(Samples.lostUmbrella(), "Gefunden.");
      assertThat(handover.take(never)).isEqualTo(Outcome.accepted());
      assertThat(system.calls).isEmpty();
    }
  }

  private void assertThatAllIsThereOnce(ReceivedRequest request) {
    String reference = request.envelope().reference().value();
    List<String> bodies =
        system.things.stream()
            .filter(thing -> !thing.path().endsWith("/vollstaendig"))
            .map(CaseSystem.Thing::text)
            .toList();
    assertThat(bodies).hasSize(3);
    assertThat(bodies).filteredOn(body -> body.contains(reference)).hasSize(1);
    assertThat(bodies).filteredOn(body -> body.contains("Bild A")).hasSize(1);
    assertThat(bodies).filteredOn(body -> body.contains("Bild B")).hasSize(1);
  }
}
