package ch.meinkonto.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountOpened;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.form.DraftsEnded;
import ch.meinkonto.login.LoginSucceeded;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.unit.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens is counted once, and published when its month is over. */
class CountingTest {

  private static final String OFFICE = "amt-1";

  private final Counting counting = LongTime.bean(Counting.class);
  private final Tally tally = LongTime.bean(Tally.class);
  private final MinuteTally minutes = LongTime.bean(MinuteTally.class);
  private final Months months = LongTime.bean(Months.class);
  private final ActiveAccounts active = LongTime.bean(ActiveAccounts.class);
  private final TransactionTemplate transaction = LongTime.bean(TransactionTemplate.class);
  private YearMonth month = months.now();

  /** In a month of its own, with nothing left over. */
  @BeforeEach
  void nextMonth() {
    var today = LocalDate.ofInstant(LongTime.clock().instant(), ZoneOffset.UTC);
    var then = today.withDayOfMonth(1).plusMonths(1).plusDays(4);
    LongTime.tick(Duration.ofDays(today.until(then, ChronoUnit.DAYS)), "statistics-publish");
    month = months.now();
  }

  @Test
  void anAccountCountsWhenItIsOpenedAndWhenItIsClosed() {
    var maya = LongTime.maya();
    var accounts = LongTime.bean(Accounts.class);
    accounts.close(maya);
    accounts.close(maya);

    assertThat(counted(Measure.OPENED)).isEqualTo(1);
    assertThat(counted(Measure.CLOSED)).isEqualTo(1);
  }

  @Test
  void whatIsRolledBackNeverHappened() {
    transaction.executeWithoutResult(status -> {
      counting.on(new AccountOpened(UUID.randomUUID()));
      counting.on(new LoginSucceeded(UUID.randomUUID(), "pwd", false));
      status.setRollbackOnly();
    });
    minutes.flush();

    assertThat(counted(Measure.OPENED)).isZero();
    assertThat(counted(Measure.LOGIN)).isZero();
  }

  @Test
  void aRequestCountsOnceThroughoutItsLife() {
    var request = LongTime.annaSends();
    try (var office = LongTime.office()) {
      var receipts = office.receiveOnce(_ -> Outcome.accepted(), 10, Duration.ZERO);
      assertThat(receipts.accepted()).isPositive();
      office.cases().state(request.id(), RequestState.IN_PROGRESS);
      minutes.flush();
      assertThat(counted(Measure.ANSWERED)).as("that it is worked on is no answer").isZero();

      LongTime.clock().tick(Duration.ofHours(3));
      office.cases().message(request.id(), "Wir sind dran.");
      office.cases().message(request.id(), "Es ist erledigt.");
      office.cases().state(request.id(), RequestState.DECIDED);
    }
    minutes.flush();

    assertThat(tally.of(Measure.SENT, month))
        .contains(counted(Measure.SENT, request.service().value(), OFFICE, "", 1));
    assertThat(counted(Measure.TAKEN)).isPositive();
    assertThat(counted(Measure.DELIVERED)).isEqualTo(counted(Measure.ATTEMPT)).isPositive();
    assertThat(tally.of(Measure.ANSWERED, month))
        .containsExactly(counted(Measure.ANSWERED, "", OFFICE, Wait.FOUR_HOURS.code(), 1));
  }

  @Test
  void aNodeThatFlushesTwiceCountsOnce() {
    counting.on(new LoginSucceeded(UUID.randomUUID(), "hwk", false));
    counting.on(new LoginSucceeded(UUID.randomUUID(), "otp", true));
    minutes.flush();
    minutes.flush();

    assertThat(tally.of(Measure.LOGIN, month))
        .containsExactly(counted(Measure.LOGIN, "", "", "hwk", 1));
    assertThat(tally.of(Measure.CONFIRMED, month))
        .containsExactly(counted(Measure.CONFIRMED, "", "", "otp", 1));
  }

  @Test
  void anAccountThatIsUsedOftenIsOneInUse() {
    var maya = UUID.randomUUID();
    for (var i = 0; i < 3; i++) {
      counting.on(new LoginSucceeded(maya, "pwd", false));
      active.flush();
    }
    assertThat(active.count(month, month)).isEqualTo(1);
    assertThat(active.count(month.plusMonths(1), month.plusMonths(2))).isZero();
    assertThat(active.count(month, month.plusMonths(2))).isEqualTo(1);
  }

  @Test
  void aMonthIsPublishedOnceItIsOverAndItsExactCountsGo() {
    for (var i = 0; i < 12; i++) {
      counting.on(new AccountOpened(UUID.randomUUID()));
    }
    counting.on(new AccountClosed(UUID.randomUUID()));
    counting.on(new DraftsEnded("x-dienst", month.atDay(1), false, "", 8));

    LongTime.run("statistics-publish");
    assertThat(counted(Measure.OPENED)).as("the month goes on").isEqualTo(12);
    assertThat(figures()).isZero();

    var over = month;
    nextMonth();
    assertThat(tally.of(Measure.OPENED, over)).isEmpty();
    assertThat(tally.of(Measure.FORM, over)).as("drafts may still be sent").hasSize(1);
    assertThat(figure(over, Measure.OPENED)).isIn(10L, 15L);
    assertThat(
            LongTime.rows(
                "statistics_figure WHERE month = ? AND measure = 'closed' AND small",
                over.atDay(1)))
        .isEqualTo(1);

    nextMonth();
    assertThat(tally.of(Measure.FORM, over)).isEmpty();
    assertThat(figure(over, Measure.FORM)).isIn(5L, 10L);
    assertThat(figure(over, Measure.OPENED)).isIn(10L, 15L);
  }

  @Test
  void monthsInWhichNothingRanAreNotLeftOut() {
    var first = month;
    counting.on(new AccountOpened(UUID.randomUUID()));
    LongTime.tick(Duration.ofDays(100), "statistics-publish");
    for (var each = first; each.isBefore(months.now()); each = each.plusMonths(1)) {
      assertThat(figure(each, Measure.SERVICES)).as(each.toString()).isPositive();
    }
  }

  private long counted(Measure measure) {
    return tally.of(measure, month).stream().mapToLong(Tally.Counted::count).sum();
  }

  private Tally.Counted counted(
      Measure measure, String service, String unit, String detail, long count) {
    return new Tally.Counted(new Cell(month, measure, service, unit, detail), count);
  }

  private int figures() {
    return LongTime.rows("statistics_figure WHERE month = ?", month.atDay(1));
  }

  private static long figure(YearMonth month, Measure measure) {
    return LongTime.bean(JdbcClient.class)
        .sql("SELECT count FROM statistics_figure WHERE month = ? AND measure = ?")
        .params(month.atDay(1), measure.code())
        .query(Long.class)
        .single();
  }
}
