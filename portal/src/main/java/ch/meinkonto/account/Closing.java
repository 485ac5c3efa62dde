package ch.meinkonto.account;

import ch.meinkonto.notification.Notifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes an account at its owner's wish, and says goodbye by mail. */
@Component
public class Closing {

  private final Accounts accounts;
  private final Notifications notifications;

  Closing(Accounts accounts, Notifications notifications) {
    this.accounts = accounts;
    this.notifications = notifications;
  }

  /** Everything about the account is erased when this returns. */
  @Transactional
  public void close(AccountId id) {
    accounts
        .find(id)
        .ifPresent(account -> {
          notifications.tell(account.notice("account-closed"));
          accounts.close(id);
        });
  }
}
