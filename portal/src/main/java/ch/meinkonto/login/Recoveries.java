package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.EmailCodes;
import ch.meinkonto.account.EmailCodes.Another;
import ch.meinkonto.account.EmailCodes.Check;
import ch.meinkonto.account.EmailCodes.Purpose;
import ch.meinkonto.login.RecoveryLetters.Order;
import ch.meinkonto.login.RecoveryMails.Pending;
import ch.meinkonto.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recoveries of accounts whose second factors are lost: a code that was mailed and a code that was
 * kept, two different methods (NIST SP 800-63B-4, section 4.2.2.2), and a new password. Whether
 * there is an account, only the mailbox is told (OWASP ASVS 6.3.8).
 */
@Component
class Recoveries {

  /**
   * How long a new address has to wait before it helps to recover: as long as somebody may take to
   * read, at the old one, that it was changed.
   */
  static final Duration NEW_ADDRESS_WAITS = Duration.ofDays(7);

  private static final Purpose PURPOSE = new Purpose("account-recovery", 8);

  private final EmailCodes codes;
  private final Accounts accounts;
  private final PasswordChanges passwords;
  private final FactorReset factors;
  private final RecoveryLetters letters;
  private final RecoveryMails mails;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Recoveries(
      EmailCodes codes,
      Accounts accounts,
      PasswordChanges passwords,
      FactorReset factors,
      RecoveryLetters letters,
      RecoveryMails mails,
      TransactionTemplate transaction,
      Clock clock) {
    this.codes = codes;
    this.accounts = accounts;
    this.passwords = passwords;
    this.factors = factors;
    this.letters = letters;
    this.mails = mails;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What somebody gives to recover an account.
   *
   * @param mailed the code from the mailbox
   * @param kept one of the recovery codes, or one from a letter or the counter
   * @param password the new one
   */
  record Given(String mailed, String kept, String password) {}

  /** What came of it. */
  sealed interface Outcome {
    record Recovered(AccountId account) implements Outcome {}

    record Unfit(PasswordRules.Fault fault) implements Outcome {}

    record WrongMailedCode() implements Outcome {}

    record WrongKeptCode() implements Outcome {}

    record UsedUp() implements Outcome {}

    record Gone() implements Outcome {}
  }

  /** Sends the code; returns the token for the browser. */
  @Transactional
  public String begin(EmailAddress email, Locale locale) {
    var account = accounts.byEmail(email);
    var waitsUntil =
        accounts
            // nobody's account: the same work, so that the time it takes tells nothing
            .emailChangedAt(account.orElseGet(() -> new AccountId(Ids.next())))
            .map(changed -> changed.plus(NEW_ADDRESS_WAITS))
            .filter(clock.instant()::isBefore);
    var pending =
        new Pending(
            email.value(),
            account.map(AccountId::value).orElse(null),
            waitsUntil.orElse(null),
            locale.toLanguageTag());
    var begun = codes.begin(PURPOSE, mails.bytes(pending));
    mails.tell(pending, begun.code());
    return begun.token();
  }

  Optional<Pending> waiting(String token) {
    return codes.waiting(PURPOSE, token).map(mails::pending);
  }

  @Transactional
  public Another another(String token) {
    var another = codes.another(PURPOSE, token);
    if (another instanceof Another.Sent sent) {
      mails.tell(mails.pending(sent.content()), sent.code());
    }
    return another;
  }

  /** Sends a letter with a code when the mailed one is right, which is used up then. */
  @Transactional
  public Order order(String token, String mailed) {
    return switch (codes.check(PURPOSE, token, mailed)) {
      case Check.Right(var content) -> {
        var order =
            mails
                .pending(content)
                .recoverable()
                .map(AccountId::new)
                .flatMap(accounts::find)
                .map(letters::order)
                .orElseGet(Order.Gone::new);
        if (order instanceof Order.Sent) {
          codes.done(PURPOSE, token);
        }
        yield order;
      }
      case Check.Wrong() -> new Order.WrongMailedCode();
      case Check.UsedUp() -> new Order.UsedUp();
      case Check.Gone() -> new Order.Gone();
    };
  }

  /** Recovers the account when both codes are right and the password is fit. */
  Outcome recover(String token, Given given) {
    if (waiting(token).isEmpty()) {
      return new Outcome.Gone();
    }
    var hash = passwords.hash(given.password());
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var outcome = recover(token, given, hash);
          if (outcome instanceof Outcome.Gone) {
            status.setRollbackOnly();
          }
          return outcome;
        }));
  }

  private Outcome recover(String token, Given given, String hash) {
    return switch (codes.check(PURPOSE, token, given.mailed())) {
      case Check.Right(var content) -> recover(mails.pending(content), token, given, hash);
      case Check.Wrong() -> new Outcome.WrongMailedCode();
      case Check.UsedUp() -> new Outcome.UsedUp();
      case Check.Gone() -> new Outcome.Gone();
    };
  }

  private Outcome recover(Pending pending, String token, Given given, String hash) {
    var account = pending.recoverable().map(AccountId::new).flatMap(accounts::find);
    if (account.isEmpty()) {
      return new Outcome.Gone();
    }
    var fault = passwords.fault(account.get(), given.password());
    if (fault.isPresent()) {
      return new Outcome.Unfit(fault.get());
    }
    if (!factors.reset(account.get(), given.kept())) {
      return new Outcome.WrongKeptCode();
    }
    return codes.done(PURPOSE, token) ? recovered(account.get(), hash) : new Outcome.Gone();
  }

  private Outcome recovered(Account account, String hash) {
    passwords.change(account, hash, "");
    return new Outcome.Recovered(account.id());
  }
}
