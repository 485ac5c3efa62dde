package ch.meinkonto.delivery;

import ch.meinkonto.delivery.Items.Backlog;
import ch.meinkonto.delivery.Items.Late;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.notification.Notice;
import ch.meinkonto.notification.Notifications;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.request.Handover;
import ch.meinkonto.request.RequestEnvelope;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nothing waits in silence: what a unit has not taken for three days is told to the resident once,
 * and to the unit and the operators, with a number and no name, until it is taken.
 */
@Configuration(proxyBeanMethods = false)
class Lateness {

  private static final Logger log = LoggerFactory.getLogger(Lateness.class);
  private static final int AT_ONCE = 500;
  private static final Duration BETWEEN_MAILS = Duration.ofDays(1);

  private final Items items;
  private final Handover handover;
  private final Directory directory;
  private final ObjectProvider<Notifications> notifications;
  private final DeliverySettings settings;
  private final Clock clock;

  Lateness(
      Items items,
      Handover handover,
      Directory directory,
      ObjectProvider<Notifications> notifications,
      DeliverySettings settings,
      Clock clock) {
    this.items = items;
    this.handover = handover;
    this.directory = directory;
    this.notifications = notifications;
    this.settings = settings;
    this.clock = clock;
  }

  @Bean
  RecurringTask<Void> tellWhatIsLate(TransactionTemplate transaction) {
    return Tasks.recurring("delivery-late", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> {
          var now = clock.instant();
          var before = now.minus(RequestEnvelope.LATE_AFTER);
          for (var unit : items.unitsWithLate(before)) {
            transaction.executeWithoutResult(_ -> remind(unit, before, now));
            while (tellSome(transaction, unit, before, now)) {
              log.debug("{}: more is late", unit.value());
            }
          }
        });
  }

  /** Whether there may be more. */
  private boolean tellSome(
      TransactionTemplate transaction, UnitId unit, Instant before, Instant now) {
    var told =
        transaction.execute(_ -> {
          var late = items.tellLate(unit, before, now, AT_ONCE);
          late.stream()
              .filter(Late::untold)
              .map(Late::item)
              .filter(Item::isRequest)
              .forEach(item -> handover.late(item.request()));
          return late.size();
        });
    return told == AT_ONCE;
  }

  private void remind(UnitId unit, Instant before, Instant now) {
    var backlog = items.backlog(unit, before);
    if (backlog.told().filter(told -> told.isAfter(now.minus(BETWEEN_MAILS))).isPresent()) {
      return;
    }
    log.warn(
        "{} has not taken {} deliveries for {} days, the oldest since {}; telling it",
        unit.value(),
        backlog.count(),
        RequestEnvelope.LATE_AFTER.toDays(),
        backlog.oldest());
    var known = directory.unit(unit);
    var email = known.map(it -> it.contact().email());
    var name = known.map(it -> it.name().in(Locale.GERMAN)).orElse(unit.value());
    Stream.of(email.orElse(""), settings.operators())
        .filter(address -> !address.isBlank())
        .map(address -> notice(address, name, backlog))
        .forEach(notice -> notifications.getObject().tell(notice));
  }

  private static Notice notice(String address, String unit, Backlog backlog) {
    return new Notice(
        "unit-late",
        address,
        Locale.GERMAN,
        Map.of(
            "unit", unit,
            "count", Integer.toString(backlog.count()),
            "since", new Formats(Locale.GERMAN).date(backlog.oldest())));
  }
}
