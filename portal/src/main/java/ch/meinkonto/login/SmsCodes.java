package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.crypto.LookupHash;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code login_sms_code}: codes on their way to a phone. A code is good once, for a few
 * minutes and tries, for one purpose, and in the browser that asked for it only (OWASP ASVS 6.6.2
 * and 6.6.3; NIST SP 800-63B-4, section 3.1.3.2).
 */
@Component
class SmsCodes {

  /** How long a code can be typed; NIST allows ten minutes. */
  static final Duration VALID = Duration.ofMinutes(5);

  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_TRIES = 5;
  private static final int CODES = 1_000_000;

  private final JdbcClient jdbc;
  private final AccountCipher cipher;
  private final LookupHash hash;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SmsCodes(JdbcClient jdbc, AccountCipher cipher, LookupHash hash, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.hash = hash;
    this.clock = clock;
  }

  /** What a code is for. */
  enum Purpose {
    /** It shows that somebody has the phone with a number that they typed. */
    SETUP,
    /** It is a second factor. */
    CONFIRM
  }

  /**
   * Where a code is good.
   *
   * @param browser what only this browser knows, and a new login changes
   */
  record Place(AccountId account, Purpose purpose, String browser) {}

  /** What came of a code that somebody typed. */
  sealed interface Check {
    /** It is right, and now worthless. */
    record Right(MobileNumber number) implements Check {}

    record Wrong() implements Check {}

    /** It came too late, or after too many others: another one can be sent. */
    record UsedUp() implements Check {}

    /** None was sent to this browser. */
    record None() implements Check {}
  }

  /** A new code for this place; an older one is worthless. */
  String renew(Place place, MobileNumber number) {
    var id = id(place);
    var code = "%06d".formatted(random.nextInt(CODES));
    jdbc.sql(
            """
            INSERT INTO login_sms_code (id, account_id, code, number, valid_until, erase_at)
            VALUES (:id, :account, :code, :number, :validUntil, :eraseAt)
            ON CONFLICT (id) DO UPDATE SET code = excluded.code, number = excluded.number,
              tries = 0, valid_until = excluded.valid_until, erase_at = excluded.erase_at
            """)
        .param("id", id)
        .param("account", place.account().value())
        .param("code", hashed(id, code))
        .param(
            "number", cipher.encrypt(place.account(), number.value().getBytes(UTF_8), context(id)))
        .param("validUntil", at(expiry()))
        .param("eraseAt", at(clock.instant().plus(KEPT)))
        .update();
    return code;
  }

  /** Until when a code that is made now can be typed. */
  Instant expiry() {
    return clock.instant().plus(VALID);
  }

  /** To which number a code of this place was sent. */
  Optional<MobileNumber> sentTo(Place place) {
    var id = id(place);
    return jdbc.sql("SELECT number FROM login_sms_code WHERE id = :id AND erase_at > :now")
        .param("id", id)
        .param("now", at(clock.instant()))
        .query(byte[].class)
        .optional()
        .map(sealed -> number(place, sealed));
  }

  /** Looks at a code; each call counts as a try, before the code is looked at. */
  @Transactional
  public Check check(Place place, String typed) {
    var id = id(place);
    var tried =
        jdbc.sql(
                """
                UPDATE login_sms_code SET tries = tries + 1
                WHERE id = :id AND tries < :most AND valid_until > :now
                RETURNING code, number
                """)
            .param("id", id)
            .param("most", MOST_TRIES)
            .param("now", at(clock.instant()))
            .query(Tried.class)
            .optional();
    if (tried.isEmpty()) {
      return sentTo(place).isPresent() ? new Check.UsedUp() : new Check.None();
    }
    if (!MessageDigest.isEqual(tried.get().code(), hashed(id, typed))) {
      return new Check.Wrong();
    }
    jdbc.sql("DELETE FROM login_sms_code WHERE id = :id").param("id", id).update();
    return new Check.Right(number(place, tried.get().number()));
  }

  /** Erases what nobody typed; returns how many. */
  int eraseOld() {
    return jdbc.sql("DELETE FROM login_sms_code WHERE erase_at <= :now")
        .param("now", at(clock.instant()))
        .update();
  }

  record Tried(byte[] code, byte[] number) {}

  private MobileNumber number(Place place, byte[] sealed) {
    var opened = cipher.decrypt(place.account(), sealed, context(id(place)));
    return new MobileNumber(new String(opened, UTF_8));
  }

  private byte[] id(Place place) {
    var purpose = place.purpose().name().toLowerCase(Locale.ROOT);
    return hash.of("sms-code-" + purpose, place.account() + "/" + place.browser());
  }

  private byte[] hashed(byte[] id, String code) {
    return hash.of("sms-code", HexFormat.of().formatHex(id) + "/" + code);
  }

  private static String context(byte[] id) {
    return "login_sms_code.number/" + HexFormat.of().formatHex(id);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
