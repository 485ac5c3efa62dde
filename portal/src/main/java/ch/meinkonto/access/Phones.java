package ch.meinkonto.access;

import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.DeviceKeys;
import ch.meinkonto.platform.webauthn.Ceremonies.MadeKey;
import com.webauthn4j.converter.util.ObjectConverter;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The phones that people connected with their accounts: the table {@code access_phone}. Those count
 * that their owners confirmed.
 */
@Component
public class Phones extends DeviceKeys {

  /** As many as anybody has. */
  public static final int MOST = 10;

  Phones(JdbcClient jdbc, AccountCipher cipher, ObjectConverter converter, Clock clock) {
    super(jdbc, cipher, converter, clock, "access_phone", "confirmed");
  }

  /** Keeps a phone that waits for its owner to confirm it; empty when its key is known already. */
  Optional<UUID> offer(AccountId account, MadeKey key, String name) {
    return jdbc.sql(
            """
            INSERT INTO access_phone
              (id, account_id, credential_id, credential, sign_count, name, confirmed, created_at)
            VALUES (:id, :account, :credentialId, :credential, :signCount, :name, false, :now)
            ON CONFLICT (credential_id) DO NOTHING RETURNING id
            """)
        .params(row(account, key, name))
        .query(UUID.class)
        .optional();
  }

  /** Its owner says that it is theirs; not when they have enough. */
  boolean confirm(AccountId account, UUID phone) {
    return all(account).size() < MOST
        && jdbc.sql(
                    """
                    UPDATE access_phone SET confirmed = true
                    WHERE id = :id AND account_id = :account AND NOT confirmed
                    """)
                .param("id", phone)
                .param("account", account.value())
                .update()
            == 1;
  }

  /** Erases what nobody confirmed in time; returns how many. */
  int eraseOffered() {
    return jdbc.sql("DELETE FROM access_phone WHERE NOT confirmed AND created_at < :then")
        .param("then", now().minus(Pairings.VALID))
        .update();
  }
}
