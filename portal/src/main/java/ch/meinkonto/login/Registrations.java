package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.AccountKind;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.EmailCodes;
import ch.meinkonto.account.EmailCodes.Another;
import ch.meinkonto.account.EmailCodes.Check;
import ch.meinkonto.account.EmailCodes.Purpose;
import ch.meinkonto.account.EmailTaken;
import ch.meinkonto.account.NewAccount;
import ch.meinkonto.account.PersonName;
import ch.meinkonto.notification.Notice;
import ch.meinkonto.notification.Notifications;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registrations: nothing is kept as an account before the address is proved. Whether the address
 * has an account already, only its mailbox is told.
 */
@Component
class Registrations {

  private static final Purpose PURPOSE = new Purpose("registration", 6);

  private final EmailCodes codes;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Argon2id argon2id;
  private final Notifications notifications;
  private final JsonMapper json;

  Registrations(
      EmailCodes codes,
      Accounts accounts,
      Passwords passwords,
      Argon2id argon2id,
      Notifications notifications,
      JsonMapper json) {
    this.codes = codes;
    this.accounts = accounts;
    this.passwords = passwords;
    this.argon2id = argon2id;
    this.notifications = notifications;
    this.json = json;
  }

  /** What waits, sealed, until the code comes. */
  record Pending(
      AccountKind kind,
      PersonName name,
      @Nullable String company,
      EmailAddress email,
      String passwordHash,
      String language,
      String returnPath) {

    Locale locale() {
      return Locale.forLanguageTag(language);
    }

    NewAccount newAccount() {
      return new NewAccount(kind, name, company, email, locale());
    }
  }

  /** What came of a code. */
  sealed interface Confirmation {
    record Opened(AccountId account, ReturnPath returnPath) implements Confirmation {}

    /** Meanwhile, or before, an account was opened with the address. */
    record AddressTaken(ReturnPath returnPath) implements Confirmation {}

    record WrongCode() implements Confirmation {}

    record UsedUp() implements Confirmation {}

    record Gone() implements Confirmation {}
  }

  /** Sends the code; returns the token for the browser. */
  String begin(
      RegistrationForm form,
      EmailAddress email,
      String password,
      Locale locale,
      ReturnPath returnPath) {
    var pending =
        new Pending(
            form.accountKind(),
            new PersonName(String.valueOf(form.given()), String.valueOf(form.family())),
            form.companyOrNull(),
            email,
            argon2id.hash(password),
            locale.toLanguageTag(),
            returnPath.path());
    var begun = codes.begin(PURPOSE, json.writeValueAsBytes(pending));
    tell(pending, begun.code());
    return begun.token();
  }

  /** What waits under the token. */
  Optional<Pending> waiting(String token) {
    return codes.waiting(PURPOSE, token).map(this::pending);
  }

  /** Sends another code. */
  @Transactional
  public Another another(String token) {
    var another = codes.another(PURPOSE, token);
    if (another instanceof Another.Sent sent) {
      tell(pending(sent.content()), sent.code());
    }
    return another;
  }

  /** Opens the account when the code is right. */
  @Transactional
  public Confirmation confirm(String token, String code) {
    return switch (codes.check(PURPOSE, token, code)) {
      case Check.Right(var content) -> open(pending(content), token);
      case Check.Wrong() -> new Confirmation.WrongCode();
      case Check.UsedUp() -> new Confirmation.UsedUp();
      case Check.Gone() -> new Confirmation.Gone();
    };
  }

  private Confirmation open(Pending pending, String token) {
    if (!codes.done(PURPOSE, token)) {
      return new Confirmation.Gone();
    }
    var returnPath = ReturnPath.of(pending.returnPath());
    try {
      var account = accounts.open(pending.newAccount());
      passwords.set(account, pending.passwordHash());
      return new Confirmation.Opened(account, returnPath);
    } catch (EmailTaken e) {
      return new Confirmation.AddressTaken(returnPath);
    }
  }

  private void tell(Pending pending, String code) {
    var known = accounts.byEmail(pending.email()).isPresent();
    notifications.tell(
        new Notice(
            known ? "registration-known" : "registration-code",
            pending.email().value(),
            pending.locale(),
            Map.of("code", code)));
  }

  private Pending pending(byte[] content) {
    return json.readValue(content, Pending.class);
  }
}
