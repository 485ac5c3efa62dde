package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.Base32;
import ch.meinkonto.platform.crypto.LookupHash;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code login_issued_code}: codes that the city issues to who has lost every second
 * factor and every code of their own (NIST SP 800-63B-4, section 4.2.1.2). They look like the codes
 * that one keeps, and are as long.
 */
@Component
class IssuedCodes {

  /** So long a code from a letter counts. */
  static final Duration BY_LETTER = Duration.ofDays(21);

  /** So long a code from the counter counts. */
  static final Duration AT_COUNTER = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final LookupHash hash;
  private final Clock clock;

  IssuedCodes(JdbcClient jdbc, LookupHash hash, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.clock = clock;
  }

  /** Issues a code, in groups; an older one is worthless. */
  String issue(AccountId account, Duration valid) {
    var code = RecoveryCodes.next();
    jdbc.sql(
            """
            INSERT INTO login_issued_code (account_id, hash, valid_until)
            VALUES (:account, :hash, :until)
            ON CONFLICT (account_id) DO UPDATE
            SET hash = excluded.hash, valid_until = excluded.valid_until
            """)
        .param("account", account.value())
        .param("hash", hashed(account, code))
        .param("until", clock.instant().plus(valid).atOffset(ZoneOffset.UTC))
        .update();
    return Base32.inGroups(code, "-");
  }

  /** Whether this is the account's code; from now on it is none. */
  boolean use(AccountId account, String typed) {
    return jdbc.sql(
                """
                DELETE FROM login_issued_code
                WHERE account_id = :account AND hash = :hash AND valid_until > :now
                """)
            .param("account", account.value())
            .param("hash", hashed(account, Base32.meant(typed)))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void remove(AccountId account) {
    jdbc.sql("DELETE FROM login_issued_code WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }

  /** Erases what is over; returns how many. */
  int eraseOld() {
    return jdbc.sql("DELETE FROM login_issued_code WHERE valid_until <= :now")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private byte[] hashed(AccountId account, String code) {
    return hash.of("issued-code", account + "/" + code);
  }
}
