package ch.meinkonto.login;

import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.DeviceKeys;
import ch.meinkonto.platform.webauthn.Ceremonies.MadeKey;
import com.webauthn4j.converter.util.ObjectConverter;
import java.time.Clock;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code login_passkey}. */
@Component
@Order(10)
class Passkeys extends DeviceKeys implements SecondFactor {

  /** As many as anybody has devices. */
  static final int MOST = 20;

  Passkeys(JdbcClient jdbc, AccountCipher cipher, ObjectConverter converter, Clock clock) {
    super(jdbc, cipher, converter, clock, "login_passkey", "true");
  }

  /**
   * Adds one, in its caller's transaction; not when it is known already, whoever's it is, nor when
   * there are enough.
   */
  boolean add(AccountId account, MadeKey key, String name) {
    // whoever adds at the same time waits here, and then counts this one, too
    jdbc.sql("SELECT id FROM login_passkey WHERE account_id = :account FOR UPDATE")
        .param("account", account.value())
        .query(UUID.class)
        .list();
    return jdbc.sql(
                """
                INSERT INTO login_passkey
                  (id, account_id, credential_id, credential, sign_count, name, created_at)
                SELECT :id, :account, :credentialId, :credential, :signCount, :name, :now
                WHERE (SELECT count(*) FROM login_passkey WHERE account_id = :account) < :most
                ON CONFLICT (credential_id) DO NOTHING
                """)
            .params(row(account, key, name))
            .param("most", MOST)
            .update()
        == 1;
  }

  @Override
  public String texts() {
    return "login.passkey";
  }

  @Override
  public String page() {
    return PasskeyPages.PATH;
  }

  boolean rename(AccountId account, UUID id, String name) {
    return jdbc.sql(
                "UPDATE login_passkey SET name = :name WHERE id = :id AND account_id = :account")
            .param("name", sealed(account, id, name))
            .param("id", id)
            .param("account", account.value())
            .update()
        == 1;
  }
}
