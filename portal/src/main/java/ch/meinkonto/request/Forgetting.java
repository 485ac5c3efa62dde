package ch.meinkonto.request;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets whose a request was, and in the end the request itself. */
@Configuration(proxyBeanMethods = false)
class Forgetting {

  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

  /** Longer than anybody takes to seal something. */
  private static final Duration SEALING = Duration.ofHours(1);

  private final Envelopes envelopes;
  private final DeliveryNotices notices;
  private final Staging staging;
  private final RequestSettings settings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Forgetting(
      Envelopes envelopes,
      DeliveryNotices notices,
      Staging staging,
      RequestSettings settings,
      ApplicationEventPublisher events,
      Clock clock) {
    this.envelopes = envelopes;
    this.notices = notices;
    this.staging = staging;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  /** In the transaction that closes the account; what waits for its unit still goes there. */
  @EventListener
  void on(AccountClosed event) {
    notices.undeliverable(new AccountId(event.accountId()));
    envelopes.forget(new AccountId(event.accountId()));
  }

  @Bean
  RecurringTask<Void> eraseOldRequests(TransactionTemplate transaction) {
    return Tasks.recurring("request-erase", FixedDelay.of(Duration.ofHours(6)))
        .execute((_, _) -> transaction.executeWithoutResult(_ -> eraseOld()));
  }

  /** A node that is killed while it seals leaves parts of something that was never sent. */
  @Bean
  RecurringTask<Void> eraseAbandonedParts() {
    return Tasks.recurring("request-erase-abandoned-parts", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> {
          var erased = staging.erase(SEALING);
          if (erased > 0) {
            log.info("Erased {} sealed parts of which there is no request", erased);
          }
        });
  }

  private void eraseOld() {
    var before = clock.instant().atOffset(ZoneOffset.UTC).minus(settings.keep()).toInstant();
    var erased = envelopes.erase(before);
    if (!erased.isEmpty()) {
      events.publishEvent(new RequestsErased(erased));
      log.info("Erased {} requests on which nothing has happened since {}", erased.size(), before);
    }
  }
}
