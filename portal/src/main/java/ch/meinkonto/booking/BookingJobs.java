package ch.meinkonto.booking;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** Places go back on sale by themselves, and offers that are over go away. */
@Configuration(proxyBeanMethods = false)
class BookingJobs {

  private static final Logger log = LoggerFactory.getLogger(BookingJobs.class);

  @Bean
  RecurringTask<Void> freePlaces(
      Holds holds, Returns returns, Counter counter, WaitingRows rows, WaitingList waiting) {
    return Tasks.recurring("booking-places", FixedDelay.of(Duration.ofSeconds(5)))
        .execute((_, _) -> {
          holds.lapsed().forEach(draft -> one("hold", draft, counter::lapse));
          rows.lapsed().forEach(wait -> one("wait", wait, waiting::lapse));
          returns.due().forEach(row -> one("return", row, returns::putBack));
          rows.services().forEach(service -> one("waiting list", service, waiting::serve));
        });
  }

  @Bean
  RecurringTask<Void> drawLots(DrawRows draws, Entries entries, Drawing drawing) {
    return Tasks.recurring("booking-draws", FixedDelay.of(Duration.ofSeconds(5)))
        .execute((_, _) -> {
          draws.due().forEach(draw -> one("draw", draw, drawing::further));
          entries.toTell().forEach(entry -> one("lot", entry, drawing::tell));
        });
  }

  /** What is wrong with one keeps no other waiting. */
  private static <T> void one(String what, T which, Consumer<T> work) {
    try {
      work.accept(which);
    } catch (DataAccessException e) {
      log.error("The {} {} could not be dealt with; it is tried again", what, which, e);
    }
  }

  @Bean
  RecurringTask<Void> eraseOffers(
      Shelf shelf, WaitingRows waiting, BookingSettings settings, Clock clock) {
    return Tasks.recurring("booking-erase", FixedDelay.of(Duration.ofHours(6)))
        .execute((_, _) -> {
          waiting.eraseOver();
          var erased = shelf.erase(clock.instant().minus(settings.keep()));
          if (erased > 0) {
            log.info("Erased {} offers that were over long ago", erased);
          }
        });
  }
}
