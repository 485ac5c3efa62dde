package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.PostalAddress;
import ch.meinkonto.notification.PaperLetter;
import ch.meinkonto.notification.PaperLetter.Addressee;
import ch.meinkonto.notification.PaperLetters;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.trust.TrustEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes by letter, to the postal address of an account that has been there for a while (NIST SP
 * 800-63B-4, section 4.2.1.2): who has taken the account over and sets another address first does
 * not get one.
 */
@Component
class RecoveryLetters {

  /** How many letters an account gets: they cost, and lie in a letterbox. */
  static final Limit LETTERS = new Limit("recovery-letters", 2, Duration.ofDays(14));

  /** How long handing a letter over is tried. */
  private static final Duration WORTH_SENDING = Duration.ofDays(2);

  private final PaperLetters letters;
  private final IssuedCodes codes;
  private final SecondFactors factors;
  private final Accounts accounts;
  private final RecoveryNotices notices;
  private final RateLimits limits;
  private final Clock clock;

  RecoveryLetters(
      PaperLetters letters,
      IssuedCodes codes,
      SecondFactors factors,
      Accounts accounts,
      RecoveryNotices notices,
      RateLimits limits,
      Clock clock) {
    this.letters = letters;
    this.codes = codes;
    this.factors = factors;
    this.accounts = accounts;
    this.notices = notices;
    this.limits = limits;
    this.clock = clock;
  }

  /** What came of the wish for a letter. */
  sealed interface Order {
    record Sent() implements Order {}

    /** There is no second factor: a forgotten password needs no letter. */
    record NotNeeded() implements Order {}

    record NoAddress() implements Order {}

    /** The address is new. */
    record Wait(Instant until) implements Order {}

    record TooMany() implements Order {}

    record WrongMailedCode() implements Order {}

    record UsedUp() implements Order {}

    record Gone() implements Order {}
  }

  boolean available() {
    return letters.available();
  }

  /** Sends a code to the account's postal address; who asks has shown that they read its mail. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Order order(Account account) {
    var address = account.address();
    if (!factors.any(account.id())) {
      return new Order.NotNeeded();
    }
    if (address == null) {
      return new Order.NoAddress();
    }
    var counts =
        accounts
            .addressChangedAt(account.id())
            .map(changed -> changed.plus(Recoveries.NEW_ADDRESS_WAITS))
            .filter(clock.instant()::isBefore);
    if (counts.isPresent()) {
      return new Order.Wait(counts.get());
    }
    if (limits.take(LETTERS, account.id().toString()) instanceof Decision.Refused) {
      return new Order.TooMany();
    }
    var code = codes.issue(account.id(), IssuedCodes.BY_LETTER);
    letters.send(
        new PaperLetter(
            "recovery",
            addressee(account, address),
            account.language(),
            Map.of("code", code),
            clock.instant().plus(WORTH_SENDING)));
    notices.tell(account, "recovery-letter", TrustEntry.PORTAL);
    return new Order.Sent();
  }

  private static Addressee addressee(Account account, PostalAddress address) {
    var person = account.name().given() + " " + account.name().family();
    var company = account.company();
    return new Addressee(
        company == null ? person : company,
        company == null ? blank(address.extra()) : person,
        address.streetLine(),
        address.postcode(),
        address.town(),
        address.country());
  }

  private static String blank(@Nullable String text) {
    return text == null ? "" : text;
  }
}
