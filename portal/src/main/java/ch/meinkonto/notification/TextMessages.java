package ch.meinkonto.notification;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.Texts;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells phones something by SMS: the message is stored in the caller's transaction and sent right
 * after it, beside the request.
 */
@Component
public class TextMessages {

  private final SmsOutbox outbox;
  private final SmsSettings settings;
  private final Texts texts;
  private final CityName city;
  private final PortalSettings portal;
  private final Scheduler scheduler;
  private final Clock clock;

  TextMessages(
      SmsOutbox outbox,
      SmsSettings settings,
      Texts texts,
      CityName city,
      PortalSettings portal,
      Scheduler scheduler,
      Clock clock) {
    this.outbox = outbox;
    this.settings = settings;
    this.texts = texts;
    this.city = city;
    this.portal = portal;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Whether there is somebody who carries them. */
  public boolean available() {
    return settings.configured();
  }

  /** To whose numbers they may go: ISO 3166 codes, the city's own first. */
  public List<String> countries() {
    return settings.countries();
  }

  /** How many the city pays for in an hour; whoever sends asks before. */
  public int budget() {
    return settings.perHour();
  }

  /** Sends it once the caller's transaction is through. */
  @Transactional
  public void send(TextMessage message) {
    var id = outbox.add(message.number(), text(message), message.sendUntil());
    scheduler.schedule(SmsConfiguration.TASK.instance(id.toString()).scheduledTo(clock.instant()));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }

  private String text(TextMessage message) {
    var values = new HashMap<>(message.values());
    values.putIfAbsent("city", city.in(message.locale()));
    values.putIfAbsent("host", portal.baseUrl().getHost());
    return Letters.filled(
        texts.text(message.locale(), "notification.sms." + message.kind()), values);
  }
}
