package ch.meinkonto.mandate;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.notification.Notifications;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the two of a mandate what happens with it: by name in the trust log, without by mail. */
@Component
class MandateNotices {

  private final Accounts accounts;
  private final Notifications notifications;
  private final TrustLog trust;

  MandateNotices(Accounts accounts, Notifications notifications, TrustLog trust) {
    this.accounts = accounts;
    this.notifications = notifications;
    this.trust = trust;
  }

  void prepared(AccountId giver) {
    log(giver, "mandate-prepared", TrustEntry.YOU, "", "your-wish");
  }

  void accepted(AccountId giver, AccountId holder) {
    log(giver, "mandate-accepted", name(holder), "", "your-wish");
    mail(giver, "mandate-accepted");
  }

  void given(Mandate mandate) {
    log(mandate.giver(), "mandate-given", name(mandate.holder()), "", "your-wish");
    mail(mandate.giver(), "mandate-given");
    if (mandate.holder() != null) {
      log(mandate.holder(), "mandate-held", name(mandate.giver()), "", "your-wish");
      mail(mandate.holder(), "mandate-held");
    }
  }

  /** Somebody has begun to act by it, and so sees contact data. */
  void used(AccountId giver, AccountId holder, ServiceId service) {
    log(giver, "mandate-used", name(holder), service.value(), "your-mandate");
  }

  void ended(Mandate mandate, AccountId by) {
    var other = mandate.other(by);
    if (other == null) {
      log(by, "mandate-withdrawn", TrustEntry.YOU, "", "your-wish");
    } else {
      log(by, "mandate-ended", name(other), "", "your-wish");
      log(other, "mandate-renounced", name(by), "", "your-mandate");
      mail(other, "mandate-ended");
    }
  }

  /** A code that nobody typed in is no news. */
  void expired(Mandate mandate) {
    if (mandate.holder() != null) {
      for (var one : List.of(mandate.giver(), mandate.holder())) {
        log(one, "mandate-expired", name(mandate.other(one)), "", "your-mandate");
        mail(one, "mandate-expired");
      }
    }
  }

  /** The account of the other one was closed: nobody knows their name any more. */
  void closed(@Nullable AccountId left) {
    if (left != null) {
      log(left, "mandate-closed", TrustEntry.PORTAL, "", "your-mandate");
      mail(left, "mandate-ended");
    }
  }

  /** What somebody is called; a dash where there is nobody. */
  private String name(@Nullable AccountId id) {
    return accounts.called(id).orElse("–");
  }

  private void log(AccountId reader, String kind, String actor, String subject, String ground) {
    trust.record(new TrustEntry(reader.value(), kind, actor, subject, ground));
  }

  private void mail(AccountId reader, String kind) {
    accounts.find(reader).ifPresent(account -> notifications.tell(account.notice(kind)));
  }
}
