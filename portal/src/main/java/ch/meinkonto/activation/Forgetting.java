package ch.meinkonto.activation;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountId;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what was sent once it is answered, or when nobody answers, or when its owner leaves. */
@Component
class Forgetting {

  static final Duration UNANSWERED = Duration.ofDays(7);
  static final Duration ANSWERED = Duration.ofDays(30);

  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

  private final SentItems items;
  private final ActivationLinks links;
  private final ActivationNotices notices;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Forgetting(
      SentItems items,
      ActivationLinks links,
      ActivationNotices notices,
      ApplicationEventPublisher events,
      Clock clock) {
    this.items = items;
    this.links = links;
    this.notices = notices;
    this.events = events;
    this.clock = clock;
  }

  /**
   * In the transaction that closes the account. First what is under way: a unit that confirms at
   * this moment is waited for, and the link that it left goes, too.
   */
  @EventListener
  void on(AccountClosed event) {
    var account = new AccountId(event.accountId());
    var erased = items.erase(account);
    links.erase(account);
    events.publishEvent(new ActivationsErased(erased));
  }

  /** What no unit has answered, and what was answered long ago. */
  @Transactional
  public void erase() {
    var now = clock.instant();
    var unanswered = items.unanswered(now.minus(UNANSWERED));
    for (var sent : unanswered) {
      log.error(
          "Unit {} has not answered {} {} for {}; its sender may try again",
          sent.unit().value(),
          sent.kind(),
          sent.id(),
          UNANSWERED);
      items.finish(sent, Sent.State.REFUSED, SentItems.Answer.no(Activations.NO_ANSWER), now);
      notices.unanswered(sent);
    }
    events.publishEvent(
        new ActivationsErased(unanswered.stream().map(sent -> sent.id().value()).toList()));
    items.eraseAnswered(now.minus(ANSWERED));
  }
}
