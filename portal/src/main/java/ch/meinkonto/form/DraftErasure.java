package ch.meinkonto.form;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is in a draft goes away by itself: when nobody sends it, and when it is paid for. */
@Configuration(proxyBeanMethods = false)
class DraftErasure {

  private static final Logger log = LoggerFactory.getLogger(DraftErasure.class);

  @Bean
  RecurringTask<Void> endPaidDrafts(Drafts drafts) {
    return Tasks.recurring("form-draft-paid", FixedDelay.of(Duration.ofMinutes(1)))
        .execute((instance, context) -> drafts.endPaid());
  }

  @Bean
  RecurringTask<Void> eraseExpiredDrafts(Drafts drafts) {
    return Tasks.recurring("form-draft-erasure", FixedDelay.of(Duration.ofHours(1)))
        .execute((instance, context) -> {
          drafts.deleteHalves();
          var erased = drafts.deleteExpired();
          if (erased > 0) {
            log.info("Erased {} drafts that were kept for 30 days", erased);
          }
        });
  }
}
