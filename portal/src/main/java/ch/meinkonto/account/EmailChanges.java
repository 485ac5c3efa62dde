package ch.meinkonto.account;

import ch.meinkonto.account.EmailCodes.Check;
import ch.meinkonto.account.EmailCodes.Purpose;
import ch.meinkonto.notification.Notice;
import ch.meinkonto.notification.Notifications;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes of the e-mail address: a code to the new one, a notice to the old one. Whether the new
 * address belongs to another account, only its mailbox is told.
 */
@Component
class EmailChanges {

  private static final Purpose PURPOSE = new Purpose("email-change", 6);

  private final EmailCodes codes;
  private final Accounts accounts;
  private final Notifications notifications;
  private final JsonMapper json;

  EmailChanges(EmailCodes codes, Accounts accounts, Notifications notifications, JsonMapper json) {
    this.codes = codes;
    this.accounts = accounts;
    this.notifications = notifications;
    this.json = json;
  }

  record Pending(UUID account, EmailAddress email) {}

  /** What came of a code. */
  sealed interface Outcome {
    record Changed() implements Outcome {}

    record WrongCode() implements Outcome {}

    record UsedUp() implements Outcome {}

    record Gone() implements Outcome {}
  }

  /** Sends the code to the new address; returns the token for the browser. */
  @Transactional
  public String begin(Account account, EmailAddress email) {
    var pending = new Pending(account.id().value(), email);
    var begun = codes.begin(PURPOSE, json.writeValueAsBytes(pending));
    var taken = accounts.byEmail(email).isPresent();
    notifications.tell(
        new Notice(
            taken ? "email-taken" : "email-code",
            email.value(),
            account.language(),
            Map.of("code", begun.code())));
    return begun.token();
  }

  /** The new address that waits for its code, when this account began the change. */
  Optional<EmailAddress> waiting(AccountId account, String token) {
    return codes
        .waiting(PURPOSE, token)
        .map(this::pending)
        .filter(pending -> pending.account().equals(account.value()))
        .map(Pending::email);
  }

  /** Changes the address when the code is right. */
  @Transactional
  public Outcome confirm(AccountId account, String token, String code) {
    if (waiting(account, token).isEmpty()) {
      return new Outcome.Gone();
    }
    return switch (codes.check(PURPOSE, token, code)) {
      case Check.Right(var content) -> change(account, pending(content).email(), token);
      case Check.Wrong() -> new Outcome.WrongCode();
      case Check.UsedUp() -> new Outcome.UsedUp();
      case Check.Gone() -> new Outcome.Gone();
    };
  }

  private Outcome change(AccountId id, EmailAddress email, String token) {
    var account = accounts.find(id);
    if (account.isEmpty() || !codes.done(PURPOSE, token) || accounts.byEmail(email).isPresent()) {
      return new Outcome.Gone();
    }
    accounts.changeEmail(id, email);
    notifications.tell(account.get().notice("email-changed"));
    return new Outcome.Changed();
  }

  private Pending pending(byte[] content) {
    return json.readValue(content, Pending.class);
  }
}
