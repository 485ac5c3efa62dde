package ch.meinkonto.entrance;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.platform.database.Erasure;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets who got in, then rushes. */
@Component
class EntranceErasure {

  private static final Duration ADMISSIONS = Duration.ofDays(1);
  private static final Duration RUSHES = Duration.ofDays(90);

  private final RushRows rows;
  private final Admissions admissions;
  private final Tickets tickets;

  EntranceErasure(RushRows rows, Admissions admissions, Tickets tickets) {
    this.rows = rows;
    this.admissions = admissions;
    this.tickets = tickets;
  }

  @Bean
  static RecurringTask<Void> forgetRushes(JdbcClient jdbc, Clock clock) {
    return Tasks.recurring("entrance-forget", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> {
          var now = clock.instant();
          Erasure.erase(
              jdbc,
              "entrance_admission",
              "ctid",
              "admitted_at",
              RushRows.time(now.minus(ADMISSIONS)));
          Erasure.erase(jdbc, "entrance_rush", "id", "ended_at", RushRows.time(now.minus(RUSHES)));
        });
  }

  @EventListener
  void on(AccountClosed event) {
    rows.withAdmissions()
        .forEach(
            rush -> admissions.erase(rush, tickets.holder(rush, event.accountId().toString())));
  }
}
