package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.notification.Notifications;
import org.springframework.stereotype.Component;

/**
 * Tells somebody that their account was opened in a browser in which it never was before (OWASP
 * ASVS 5.0, 6.3.5).
 */
@Component
class NewBrowserNotice {

  private final Accounts accounts;
  private final Notifications notifications;

  NewBrowserNotice(Accounts accounts, Notifications notifications) {
    this.accounts = accounts;
    this.notifications = notifications;
  }

  void tell(AccountId account) {
    accounts.find(account).ifPresent(who -> notifications.tell(who.notice("login-new-browser")));
  }
}
