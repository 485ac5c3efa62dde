package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.notification.Notifications;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Tells the owner of an account what a unit said: in the trust log, and by mail where they may not
 * be looking any more, or where it opens or closes something. Which service it is stands in the
 * portal alone.
 */
@Component
class ActivationNotices {

  /** As long somebody waits before the page. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Accounts accounts;
  private final Notifications notifications;
  private final TrustLog trust;
  private final Clock clock;

  ActivationNotices(Accounts accounts, Notifications notifications, TrustLog trust, Clock clock) {
    this.accounts = accounts;
    this.notifications = notifications;
    this.trust = trust;
    this.clock = clock;
  }

  void confirmed(Sent code) {
    log("activation-confirmed", code.account(), code.unit(), code.service());
    mail("activation-confirmed", code.account());
  }

  void refused(Sent code) {
    log("activation-refused", code.account(), code.unit(), code.service());
    mailIfLate(code);
  }

  void noLetter(Sent order) {
    mail("activation-answered", order.account());
  }

  void revoked(ActivationLinks.Held link) {
    log("activation-revoked", link.account(), link.unit(), link.service());
    mail("activation-revoked", link.account());
  }

  void unanswered(Sent sent) {
    mail("activation-answered", sent.account());
  }

  private void mailIfLate(Sent code) {
    if (code.sentAt().isBefore(clock.instant().minus(PATIENCE))) {
      mail("activation-answered", code.account());
    }
  }

  private void log(String what, AccountId account, UnitId unit, ServiceId service) {
    trust.record(new TrustEntry(account.value(), what, unit.value(), service.value(), "your-wish"));
  }

  private void mail(String kind, AccountId id) {
    accounts.find(id).ifPresent(account -> notifications.tell(account.notice(kind)));
  }
}
