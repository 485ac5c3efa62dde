package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.EmailCodes;
import ch.meinkonto.account.EmailCodes.Another;
import ch.meinkonto.account.EmailCodes.Check;
import ch.meinkonto.account.EmailCodes.Purpose;
import ch.meinkonto.notification.Notice;
import ch.meinkonto.notification.Notifications;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A new password for somebody who forgot theirs: a code to the account's address, then the new
 * password. Whether there is an account, only the mailbox is told.
 */
@Component
class PasswordResets {

  /** Longer than other codes: it is all that stands before an account. */
  private static final Purpose PURPOSE = new Purpose("password-reset", 8);

  private final EmailCodes codes;
  private final Accounts accounts;
  private final PasswordChanges changes;
  private final Notifications notifications;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  PasswordResets(
      EmailCodes codes,
      Accounts accounts,
      PasswordChanges changes,
      Notifications notifications,
      TransactionTemplate transaction,
      JsonMapper json) {
    this.codes = codes;
    this.accounts = accounts;
    this.changes = changes;
    this.notifications = notifications;
    this.transaction = transaction;
    this.json = json;
  }

  record Pending(String email, @Nullable UUID account, String language, String returnPath) {}

  private record Chosen(String plain, String hash) {}

  /** What came of code and new password. */
  sealed interface Outcome {
    record Changed(AccountId account, ReturnPath returnPath) implements Outcome {}

    record Unfit(PasswordRules.Fault fault) implements Outcome {}

    record WrongCode() implements Outcome {}

    record UsedUp() implements Outcome {}

    record Gone() implements Outcome {}
  }

  /** Sends the code; returns the token for the browser. */
  @Transactional
  public String begin(EmailAddress email, Locale locale, ReturnPath returnPath) {
    var account = accounts.byEmail(email).map(AccountId::value).orElse(null);
    var pending = new Pending(email.value(), account, locale.toLanguageTag(), returnPath.path());
    var begun = codes.begin(PURPOSE, json.writeValueAsBytes(pending));
    tell(pending, begun.code());
    return begun.token();
  }

  Optional<Pending> waiting(String token) {
    return codes.waiting(PURPOSE, token).map(this::pending);
  }

  @Transactional
  public Another another(String token) {
    var another = codes.another(PURPOSE, token);
    if (another instanceof Another.Sent sent) {
      tell(pending(sent.content()), sent.code());
    }
    return another;
  }

  /** Sets the new password when the code is right and the password fit. */
  Outcome change(String token, String code, String password) {
    if (waiting(token).isEmpty()) {
      return new Outcome.Gone();
    }
    var chosen = new Chosen(password, changes.hash(password));
    return Objects.requireNonNull(transaction.execute(status -> change(token, code, chosen)));
  }

  private Outcome change(String token, String code, Chosen password) {
    return switch (codes.check(PURPOSE, token, code)) {
      case Check.Right(var content) -> change(pending(content), token, password);
      case Check.Wrong() -> new Outcome.WrongCode();
      case Check.UsedUp() -> new Outcome.UsedUp();
      case Check.Gone() -> new Outcome.Gone();
    };
  }

  private Outcome change(Pending pending, String token, Chosen password) {
    var account =
        Optional.ofNullable(pending.account()).map(AccountId::new).flatMap(accounts::find);
    if (account.isEmpty()) {
      return new Outcome.Gone();
    }
    // only now, when the person has proved themselves, may the answer depend on their name
    var fault = changes.fault(account.get(), password.plain());
    if (fault.isPresent()) {
      return new Outcome.Unfit(fault.get());
    }
    if (!codes.done(PURPOSE, token)) {
      return new Outcome.Gone();
    }
    changes.change(account.get(), password.hash(), "");
    return new Outcome.Changed(account.get().id(), ReturnPath.of(pending.returnPath()));
  }

  private void tell(Pending pending, String code) {
    notifications.tell(
        new Notice(
            pending.account() == null ? "password-unknown" : "password-code",
            pending.email(),
            Locale.forLanguageTag(pending.language()),
            Map.of("code", code)));
  }

  private Pending pending(byte[] content) {
    return json.readValue(content, Pending.class);
  }
}
