package ch.meinkonto.payment;

import ch.meinkonto.account.AccountClosed;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** What happens to payments by itself. */
@Configuration(proxyBeanMethods = false)
class PaymentJobs {

  private static final Logger log = LoggerFactory.getLogger(PaymentJobs.class);
  private static final Duration DROPPED_KEPT = Duration.ofDays(30);
  private static final Duration COMPARED_AFTER = Duration.ofHours(1);

  private final PaymentLedger payments;
  private final Cashier cashier;
  private final PaymentSettings settings;
  private final Clock clock;

  PaymentJobs(PaymentLedger payments, Cashier cashier, PaymentSettings settings, Clock clock) {
    this.payments = payments;
    this.cashier = cashier;
    this.settings = settings;
    this.clock = clock;
  }

  /** In the transaction that closes the account; what is paid goes on without a name. */
  @EventListener
  void on(AccountClosed event) {
    payments.forget(event.accountId()).stream()
        .filter(payment -> payment.state() == PaymentState.OPEN)
        .forEach(payment -> cashier.drop(payment.id()));
  }

  @Bean
  RecurringTask<Void> clearPayments(Clearing clearing) {
    return Tasks.recurring("payment-clearing", FixedDelay.of(Duration.ofSeconds(5)))
        .execute((_, _) -> clearing.run());
  }

  @Bean
  RecurringTask<Void> dropOverduePayments() {
    return Tasks.recurring("payment-overdue", FixedDelay.of(Duration.ofMinutes(1)))
        .execute((_, _) -> payments.overdue().forEach(cashier::drop));
  }

  @Bean
  RecurringTask<Void> comparePayments(Comparison comparison) {
    return Tasks.recurring("payment-compare", FixedDelay.of(Duration.ofMinutes(10)))
        .execute((_, _) -> comparison.run(COMPARED_AFTER));
  }

  @Bean
  RecurringTask<Void> erasePayments(BankCredits credits) {
    return Tasks.recurring("payment-erase", FixedDelay.of(Duration.ofHours(6)))
        .execute((_, _) -> {
          var now = clock.instant();
          credits.erase(now.minus(settings.keep()));
          var erased = payments.erase(now.minus(settings.keep()), now.minus(DROPPED_KEPT));
          if (erased > 0) {
            log.info("Erased {} payments that were kept long enough", erased);
          }
        });
  }
}
