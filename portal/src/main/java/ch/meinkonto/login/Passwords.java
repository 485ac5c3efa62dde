package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts' passwords, as hashes. */
@Component
class Passwords {

  private final JdbcClient jdbc;
  private final Argon2id argon2id;
  private final Clock clock;

  Passwords(JdbcClient jdbc, Argon2id argon2id, Clock clock) {
    this.jdbc = jdbc;
    this.argon2id = argon2id;
    this.clock = clock;
  }

  /** Sets the hash of a new password. */
  void set(AccountId account, String hash) {
    jdbc.sql(
            """
            INSERT INTO login_password (account_id, hash, set_at) VALUES (:account, :hash, :now)
            ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at
            """)
        .param("account", account.value())
        .param("hash", hash)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Whether this is the account's password. For nobody ({@code null}) the same work is done; a hash
   * with outdated parameters is replaced.
   */
  boolean matches(@Nullable AccountId account, String password) {
    var hash = account == null ? Optional.<String>empty() : find(account);
    if (account == null || hash.isEmpty()) {
      argon2id.matchNobody(password);
      return false;
    }
    if (!argon2id.matches(hash.get(), password)) {
      return false;
    }
    if (argon2id.isWeak(hash.get())) {
      strengthen(account, hash.get(), argon2id.hash(password));
    }
    return true;
  }

  void erase(AccountId account) {
    jdbc.sql("DELETE FROM login_password WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }

  private Optional<String> find(AccountId account) {
    return jdbc.sql("SELECT hash FROM login_password WHERE account_id = :account")
        .param("account", account.value())
        .query(String.class)
        .optional();
  }

  /** Only if the password was not changed meanwhile. */
  private void strengthen(AccountId account, String weak, String strong) {
    jdbc.sql(
            "UPDATE login_password SET hash = :strong WHERE account_id = :account AND hash = :weak")
        .param("strong", strong)
        .param("account", account.value())
        .param("weak", weak)
        .update();
  }
}
