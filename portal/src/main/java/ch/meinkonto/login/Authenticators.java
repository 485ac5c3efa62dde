package ch.meinkonto.login;

import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code login_authenticator}: at most one app an account. Its secret waits there from
 * the moment that it is shown; it counts once a first code has proved that an app has it.
 */
@Component
@Order(30)
class Authenticators implements SecondFactor {

  /** How long somebody may take to set one up. */
  static final Duration BEGUN = Duration.ofHours(1);

  private static final String CONTEXT = "login_authenticator.secret";

  private final JdbcClient jdbc;
  private final AccountCipher cipher;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Authenticators(JdbcClient jdbc, AccountCipher cipher, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** What came of a code that somebody typed. */
  enum Check {
    RIGHT,
    WRONG,
    /** It is right, but it was used before, or a newer one was (RFC 6238, section 5.2). */
    USED
  }

  /** Makes a secret for a new app; one that waits already stays. */
  void begin(AccountId account) {
    var secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    jdbc.sql(
            """
            INSERT INTO login_authenticator (account_id, secret, last_step, created_at, active)
            VALUES (:account, :secret, 0, :now, false)
            ON CONFLICT DO NOTHING
            """)
        .param("account", account.value())
        .param("secret", cipher.encrypt(account, secret, CONTEXT))
        .param("now", now())
        .update();
  }

  /** The secret of an app that is being set up. */
  Optional<byte[]> begun(AccountId account) {
    return secret(account, false);
  }

  /** Whether this is a code of the app that is being set up; from then on it counts. */
  Check confirm(AccountId account, String code) {
    return check(account, code, false);
  }

  /** Whether this is a code of the account's app; each one is right once (OWASP ASVS 6.5.1). */
  Check use(AccountId account, String code) {
    return check(account, code, true);
  }

  Optional<Authenticator> find(AccountId account) {
    return jdbc.sql(
            """
            SELECT created_at, last_used_at FROM login_authenticator
            WHERE account_id = :account AND active
            """)
        .param("account", account.value())
        .query((row, _) -> authenticator(row))
        .optional();
  }

  @Override
  public String texts() {
    return "login.app";
  }

  @Override
  public String page() {
    return AuthenticatorPages.PATH;
  }

  @Override
  public boolean any(AccountId account) {
    return find(account).isPresent();
  }

  @Override
  public void removeAll(AccountId account) {
    remove(account);
  }

  /** Removes what there is, also what was only begun; true when it counted. */
  boolean remove(AccountId account) {
    var active = any(account);
    jdbc.sql("DELETE FROM login_authenticator WHERE account_id = :account")
        .param("account", account.value())
        .update();
    return active;
  }

  /** Erases what nobody finished; returns how many. */
  int eraseBegun() {
    return jdbc.sql("DELETE FROM login_authenticator WHERE NOT active AND created_at < :then")
        .param("then", now().minus(BEGUN))
        .update();
  }

  private Check check(AccountId account, String code, boolean active) {
    var step =
        secret(account, active)
            .map(secret -> Totp.step(secret, code, clock.instant()))
            .orElseGet(OptionalLong::empty);
    if (step.isEmpty()) {
      return Check.WRONG;
    }
    return spend(account, step.getAsLong(), active) ? Check.RIGHT : Check.USED;
  }

  /** The row decides, so that of two who send the same code at once one is refused. */
  private boolean spend(AccountId account, long step, boolean active) {
    return jdbc.sql(
                """
                UPDATE login_authenticator
                SET last_step = :step, active = true,
                    last_used_at = CASE WHEN active THEN :now ELSE last_used_at END
                WHERE account_id = :account AND active = :active AND last_step < :step
                """)
            .param("step", step)
            .param("now", now())
            .param("account", account.value())
            .param("active", active)
            .update()
        == 1;
  }

  private Optional<byte[]> secret(AccountId account, boolean active) {
    return jdbc.sql(
            """
            SELECT secret FROM login_authenticator
            WHERE account_id = :account AND active = :active AND (active OR created_at >= :then)
            """)
        .param("account", account.value())
        .param("active", active)
        .param("then", now().minus(BEGUN))
        .query(byte[].class)
        .optional()
        .map(sealed -> cipher.decrypt(account, sealed, CONTEXT));
  }

  private static Authenticator authenticator(ResultSet row) throws SQLException {
    var used = row.getObject("last_used_at", OffsetDateTime.class);
    return new Authenticator(
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        used == null ? null : used.toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
