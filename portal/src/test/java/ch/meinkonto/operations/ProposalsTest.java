package ch.meinkonto.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.Proposals.Outcome;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.Residents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Olga and Otto run the portal; Sina looks after one unit, Rita audits. */
class ProposalsTest {

  private static final UnitId UNIT = new UnitId("amt-1");
  private static final String WHY = "Der Schlüssel ist gestohlen.";

  private final JdbcClient jdbc = bean(JdbcClient.class);
  private final TransactionTemplate transaction = bean(TransactionTemplate.class);
  private final Blast act = new Blast();
  private final Proposals proposals =
      new Proposals(
          bean(ProposalRows.class),
          new StaticListableBeanFactory(Map.of("blast", act)).getBeanProvider(FourEyesAct.class),
          bean(Audit.class),
          CityOfTests.clock());

  private final StaffMember olga = hired("Olga", Role.OPERATOR);
  private final StaffMember otto = hired("Otto", Role.OPERATOR);
  private final StaffMember sina = hired("Sina", Role.SERVICE_OWNER, UNIT);
  private final StaffMember rita = hired("Rita", Role.AUDITOR);

  /** Something that one person alone must not do. */
  private static final class Blast implements FourEyesAct {

    private final List<Proposal> done = Collections.synchronizedList(new ArrayList<>());
    private boolean broken;

    @Override
    public String code() {
      return "blast";
    }

    @Override
    public String text() {
      return "operations.proposals";
    }

    @Override
    public void carryOut(Proposal confirmed) {
      if (broken) {
        throw new IllegalStateException("broken");
      }
      done.add(confirmed);
    }
  }

  @Test
  void oneProposesAndAnotherConfirms() {
    var id = propose(olga, UUID.randomUUID().toString());

    assertThat(confirm(otto, id)).isEqualTo(Outcome.DONE);

    assertThat(act.done)
        .singleElement()
        .satisfies(done -> {
          assertThat(done.reason()).isEqualTo(WHY);
          assertThat(done.by(olga)).isTrue();
          assertThat(done.decidedBy()).isEqualTo(otto.account());
        });
    assertThat(written(id)).containsExactly("proposed-blast", "confirmed-blast");
    assertThat(confirm(otto, id)).isEqualTo(Outcome.OVER);
    assertThat(act.done).hasSize(1);
  }

  @Test
  void nobodyConfirmsTheirOwn() {
    var id = propose(olga, UUID.randomUUID().toString());
    assertThat(confirm(olga, id)).isEqualTo(Outcome.OWN);
    assertThat(act.done).isEmpty();
    assertThat(decline(olga, id)).isEqualTo(Outcome.DONE);
    assertThat(confirm(otto, id)).isEqualTo(Outcome.OVER);
  }

  @Test
  void ofTwoWhoConfirmAtOnceOneDoesIt() throws Exception {
    var third = hired("Ona", Role.OPERATOR);
    for (var round = 0; round < 5; round++) {
      act.done.clear();
      var id = propose(olga, UUID.randomUUID().toString());
      assertThat(together(() -> confirm(otto, id), () -> confirm(third, id)))
          .containsExactlyInAnyOrder(Outcome.DONE, Outcome.OVER);
      assertThat(act.done).hasSize(1);
    }
  }

  @Test
  void afterADayItIsOver() {
    var detail = UUID.randomUUID().toString();
    var id = propose(olga, detail);
    CityOfTests.clock().tick(Proposals.OPEN_FOR.minus(Duration.ofMinutes(1)));
    assertThat(proposals.waiting(otto)).extracting(Proposal::id).contains(id);
    CityOfTests.clock().tick(Duration.ofMinutes(1));
    assertThat(confirm(otto, id)).isEqualTo(Outcome.OVER);
    assertThat(decline(otto, id)).isEqualTo(Outcome.OVER);
    assertThat(proposals.waiting(otto)).extracting(Proposal::id).doesNotContain(id);
    assertThat(act.done).isEmpty();

    in(() -> {
      proposals.expire();
      return 0;
    });
    assertThat(written(id)).containsExactly("proposed-blast", "expired-blast");
    assertThat(propose(olga, detail)).isNotEqualTo(id);
  }

  @Test
  void theSameWaitsOnlyOnce() throws Exception {
    var detail = UUID.randomUUID().toString();
    assertThat(together(() -> proposed(olga, detail), () -> proposed(otto, detail)))
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void whatFailsIsStillOpen() {
    var id = propose(olga, UUID.randomUUID().toString());
    act.broken = true;
    assertThatThrownBy(() -> confirm(otto, id)).hasMessage("broken");
    act.broken = false;
    assertThat(written(id)).containsExactly("proposed-blast");
    assertThat(confirm(otto, id)).isEqualTo(Outcome.DONE);
  }

  @Test
  void aServiceOwnerProposesForTheirUnitAndConfirmsNothing() {
    var theirs = propose(sina, UUID.randomUUID().toString());
    assertThat(confirm(sina, theirs)).isEqualTo(Outcome.UNKNOWN);
    assertThat(confirm(olga, theirs)).isEqualTo(Outcome.DONE);

    var others = new UnitId("amt-2");
    assertThatThrownBy(() -> proposals.propose(sina, "blast", others, "", WHY))
        .isInstanceOf(IllegalStateException.class);
    var id = in(() -> proposals.propose(olga, "blast", others, "x" + theirs, WHY)).orElseThrow();
    assertThat(decline(sina, id)).isEqualTo(Outcome.UNKNOWN);
    assertThat(proposals.latest(sina)).extracting(Proposal::id).contains(theirs).doesNotContain(id);
  }

  @Test
  void anAuditorReadsOnly() {
    var id = propose(olga, UUID.randomUUID().toString());
    assertThat(proposals.latest(rita)).extracting(Proposal::id).contains(id);
    assertThat(confirm(rita, id)).isEqualTo(Outcome.UNKNOWN);
    assertThat(decline(rita, id)).isEqualTo(Outcome.UNKNOWN);
    assertThatThrownBy(() -> proposals.propose(rita, "blast", UNIT, "", WHY))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoHasLeftProposesNothingAnyMore() {
    var id = propose(sina, UUID.randomUUID().toString());
    bean(Accounts.class).close(sina.account());
    assertThat(confirm(olga, id)).isEqualTo(Outcome.OVER);
    assertThat(act.done).isEmpty();
  }

  @Test
  void whatNobodyKnowsHowToDoIsNotProposed() {
    assertThatThrownBy(() -> proposals.propose(olga, "fly", UNIT, "", WHY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(confirm(olga, UUID.randomUUID())).isEqualTo(Outcome.UNKNOWN);
  }

  private UUID propose(StaffMember who, String detail) {
    return in(() -> proposals.propose(who, "blast", UNIT, detail, WHY)).orElseThrow();
  }

  private boolean proposed(StaffMember who, String detail) {
    return in(() -> proposals.propose(who, "blast", UNIT, detail, WHY)).isPresent();
  }

  private Outcome confirm(StaffMember who, UUID id) {
    return in(() -> proposals.confirm(who, id));
  }

  private Outcome decline(StaffMember who, UUID id) {
    return in(() -> proposals.decline(who, id));
  }

  private <T> T in(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }

  private List<String> written(UUID id) {
    return jdbc.sql("SELECT act FROM operations_audit WHERE reference = ? ORDER BY id")
        .param(id.toString())
        .query(String.class)
        .list();
  }

  private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (Future<T> result : threads.invokeAll(List.of(one, other))) {
        results.add(result.get());
      }
      return results;
    }
  }

  private static StaffMember hired(String given, Role role, UnitId... units) {
    var member = new StaffMember(Residents.register(given, "Betrieb"), role, Set.of(units));
    bean(Staff.class).add(member);
    return member;
  }

  private static <T> T bean(Class<T> type) {
    return CityOfTests.portal().bean(type);
  }
}
