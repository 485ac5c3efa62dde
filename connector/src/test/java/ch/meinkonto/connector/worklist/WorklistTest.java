package ch.meinkonto.connector.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.TickingClock;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.paper.Labels;
import ch.meinkonto.connector.paper.Paper;
import ch.meinkonto.connector.worklist.vault.VaultKey;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.MissingNode;

/** A unit's cases over time, and what can happen to the disk under them. */
class WorklistTest {

  @TempDir private Path root;
  private final TickingClock clock = new TickingClock();
  private final Unit unit =
      Unit.connect(
          UnitSettings.of(URI.create("http://localhost:9"), UnitKeys.generate(Samples.UNIT)));
  private VaultKey key;
  private CaseStore store;
  private WorklistPlan plan;
  private Worklist worklist;

  @BeforeEach
  void open() throws IOException {
    key = VaultKey.make(root.resolve("apart/worklist.key"));
    store = CaseStore.open(root.resolve("cases-of-unit"), key, new ForcedDisk());
    Worklists worklists = new Worklists(Desks.shut());
    plan =
        new WorklistPlan(
            "Fundbüro",
            root.resolve("cases-of-unit"),
            root.resolve("apart/worklist.key"),
            Duration.ofDays(10),
            Duration.ofDays(90),
            worklists);
    Outbox outbox =
        new Outbox(
            Samples.UNIT,
            store,
            new Replies(unit.cases(), _ -> Optional.empty()),
            new Counts(),
            clock);
    worklist =
        new Worklist(
            Samples.UNIT, plan, store, new Paper(new Labels("http://none")), outbox, clock);
  }

  @AfterEach
  void close() {
    unit.close();
  }

  private RequestId bring() throws IOException {
    ReceivedRequest request = Samples.lostUmbrella();
    store.take(request, MissingNode.getInstance(), clock.instant());
    return request.requestId();
  }

  private UUID state(RequestId id, RequestState state) throws IOException {
    UUID word = UUID.randomUUID();
    worklist.say(
        id, "anna", new Utterance(word, Entry.Kind.STATE, "", state, false, List.of(), null));
    return word;
  }

  @Test
  void erasesWhatWasClosedLongAgoAndSent() throws IOException {
    RequestId closed = bring();
    RequestId unsent = bring();
    RequestId open = bring();
    for (RequestId id : List.of(closed, unsent)) {
      worklist.take(id, "anna");
      UUID word = state(id, RequestState.CLOSED);
      if (id.equals(closed)) {
        store.change(id, one -> one.with(new Entry.Sent(clock.instant(), word)));
      }
    }
    List<RequestId> erased = new ArrayList<>();
    clock.tick(Duration.ofDays(89));
    worklist.eraseOld(erased::add);
    assertThat(erased).isEmpty();
    clock.tick(Duration.ofDays(2));
    worklist.eraseOld(erased::add);
    assertThat(erased).containsExactly(closed);
    assertThat(worklist.rows().stream().map(Row::id)).containsExactlyInAnyOrder(unsent, open);
  }

  @Test
  void closesWhatWasTakenBack() throws IOException {
    ReceivedRequest request = Samples.lostUmbrella();
    RequestId id = request.requestId();
    store.take(request, MissingNode.getInstance(), clock.instant());
    store.take(
        Samples.withdrawal(request, "Gefunden!"), MissingNode.getInstance(), clock.instant());
    worklist.take(id, "anna");
    for (RequestState state : List.of(RequestState.IN_PROGRESS, RequestState.DECIDED)) {
      assertThatThrownBy(() -> state(id, state)).isInstanceOf(NotPossible.class);
    }
    assertThat(worklist.rows().getFirst().stage()).isEqualTo(Stage.WITHDRAWN);
    state(id, RequestState.CLOSED);
    assertThat(worklist.rows().getFirst().stage()).isEqualTo(Stage.CLOSED);
    assertThatThrownBy(() -> state(id, RequestState.CLOSED)).isInstanceOf(NotPossible.class);
    assertThatThrownBy(() -> worklist.erase(id)).as("unsent").isInstanceOf(NotPossible.class);
  }

  @Test
  void staysClosedWhenItIsTakenBackInTheSameMoment() throws IOException {
    ReceivedRequest request = Samples.lostUmbrella();
    RequestId id = request.requestId();
    store.take(request, MissingNode.getInstance(), clock.instant());
    worklist.take(id, "anna");
    UUID word = state(id, RequestState.CLOSED);
    store.take(
        Samples.withdrawal(request, "Gefunden!"), MissingNode.getInstance(), clock.instant());
    assertThat(worklist.rows().getFirst().stage()).isEqualTo(Stage.CLOSED);
    store.change(id, one -> one.with(new Entry.NotSent(clock.instant(), word, "Zu spät")));
    assertThat(worklist.rows().getFirst().stage()).isEqualTo(Stage.WITHDRAWN);
  }

  @Test
  void becomesOverdueWhileItIsTheUnitsTurn() throws IOException {
    RequestId id = bring(); // of 2026-11-24
    Row row = worklist.rows().getFirst();
    assertThat(row.overdue(row.receivedAt().plus(Duration.ofDays(11)), worklist.due())).isTrue();
    worklist.take(id, "anna");
    state(id, RequestState.DECIDED);
    row = worklist.rows().getFirst();
    assertThat(row.overdue(row.receivedAt().plus(Duration.ofDays(99)), worklist.due())).isFalse();
    assertThatThrownBy(() -> state(id, RequestState.IN_PROGRESS)).isInstanceOf(NotPossible.class);
  }

  @Test
  void leavesOutOnlyTheCaseThatSomebodyChanged() throws IOException {
    RequestId whole = bring();
    RequestId changed = bring();
    worklist.take(changed, "anna");
    Path log = root.resolve("cases-of-unit/cases").resolve(changed.toString()).resolve("log");
    List<String> lines = Files.readAllLines(log);
    Files.write(log, lines.subList(1, lines.size()));

    assertThat(
            CaseStore.open(root.resolve("cases-of-unit"), key, new ForcedDisk()).rows().stream()
                .map(Row::id))
        .containsExactly(whole);
  }

  @Test
  void takesNothingMoreOnceItIsClosed() throws IOException {
    RequestId id = bring();
    worklist.close();
    assertThatThrownBy(() -> worklist.take(id, "anna")).isInstanceOf(IOException.class);
    assertThatThrownBy(this::bring).isInstanceOf(IOException.class);
    assertThat(store.find(id).orElseThrow().assignee()).isEmpty();
  }

  @Test
  void neverMakesAnotherKeyWhereCasesLie() throws IOException {
    bring();
    Files.delete(plan.key());
    Surroundings around =
        new Surroundings(Samples.UNIT, unit, root, new Labels("http://none"), new Counts(), clock);
    assertThatThrownBy(() -> WorklistChannel.open(plan, around, new ForcedDisk()))
        .isInstanceOf(ChannelRefused.class)
        .hasMessageContaining("put it back");
    assertThat(plan.key()).doesNotExist();
  }
}
