package ch.meinkonto.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.webauthn.Ceremonies.MadeKey;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The phones that people connected with their accounts: the table {@code access_phone}. */
@Component
public class Phones {

  /** As many as anybody has. */
  public static final int MOST = 10;

  private final JdbcClient jdbc;
  private final AccountCipher cipher;
  private final AttestedCredentialDataConverter credentials;
  private final Clock clock;

  Phones(JdbcClient jdbc, AccountCipher cipher, ObjectConverter converter, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.credentials = new AttestedCredentialDataConverter(converter);
    this.clock = clock;
  }

  /** Whether the account has a phone that can confirm. */
  public boolean any(AccountId account) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM access_phone WHERE account_id = :account AND confirmed)")
        .param("account", account.value())
        .query(Boolean.class)
        .single();
  }

  /** An account's phones, the oldest first. */
  public List<Phone> all(AccountId account) {
    return jdbc.sql(
            """
            SELECT id, name, created_at, last_used_at FROM access_phone
            WHERE account_id = :account AND confirmed ORDER BY id
            """)
        .param("account", account.value())
        .query((row, _) -> phone(account, row))
        .list();
  }

  /** Disconnects one; false when the account has none such. */
  public boolean remove(AccountId account, UUID phone) {
    return jdbc.sql("DELETE FROM access_phone WHERE id = :id AND account_id = :account")
            .param("id", phone)
            .param("account", account.value())
            .update()
        == 1;
  }

  /** Disconnects all of them; returns how many. */
  public int removeAll(AccountId account) {
    return jdbc.sql("DELETE FROM access_phone WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }

  /** Keeps a phone that waits for its owner to confirm it; empty when its key is known already. */
  Optional<UUID> offer(AccountId account, MadeKey key, String name) {
    var id = Ids.next();
    return jdbc.sql(
            """
            INSERT INTO access_phone
              (id, account_id, credential_id, credential, sign_count, name, confirmed, created_at)
            VALUES (:id, :account, :credentialId, :credential, :signCount, :name, false, :now)
            ON CONFLICT (credential_id) DO NOTHING RETURNING id
            """)
        .param("id", id)
        .param("account", account.value())
        .param("credentialId", key.credential().getCredentialId())
        .param("credential", credentials.convert(key.credential()))
        .param("signCount", key.signCount())
        .param("name", cipher.encrypt(account, name.getBytes(UTF_8), context(id)))
        .param("now", now())
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

  Optional<Phone> find(AccountId account, UUID phone) {
    return jdbc.sql(
            """
            SELECT id, name, created_at, last_used_at FROM access_phone
            WHERE id = :id AND account_id = :account
            """)
        .param("id", phone)
        .param("account", account.value())
        .query((row, _) -> phone(account, row))
        .optional();
  }

  /** The key with this id, of a phone that is confirmed. */
  Optional<PhoneKey> key(byte[] credentialId) {
    return jdbc.sql(
            """
            SELECT id, account_id, credential, sign_count FROM access_phone
            WHERE credential_id = :credentialId AND confirmed
            """)
        .param("credentialId", credentialId)
        .query((row, _) ->
            new PhoneKey(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                credentials.convert(row.getBytes("credential")),
                row.getLong("sign_count")))
        .optional();
  }

  List<byte[]> credentialIds(AccountId account) {
    return jdbc.sql("SELECT credential_id FROM access_phone WHERE account_id = :account")
        .param("account", account.value())
        .query(byte[].class)
        .list();
  }

  /** Notes that its key signed; of two answers at once with one count, the second is refused. */
  boolean used(PhoneKey key, long signCount) {
    return jdbc.sql(
                """
                UPDATE access_phone SET sign_count = :signCount, last_used_at = :now
                WHERE id = :id AND (sign_count < :signCount OR (sign_count = 0 AND :signCount = 0))
                """)
            .param("signCount", signCount)
            .param("now", now())
            .param("id", key.id())
            .update()
        == 1;
  }

  /** Erases what nobody confirmed in time; returns how many. */
  int eraseOffered() {
    return jdbc.sql("DELETE FROM access_phone WHERE NOT confirmed AND created_at < :then")
        .param("then", now().minus(Pairings.VALID))
        .update();
  }

  private Phone phone(AccountId account, ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var used = row.getObject("last_used_at", OffsetDateTime.class);
    return new Phone(
        id,
        new String(cipher.decrypt(account, row.getBytes("name"), context(id)), UTF_8),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        used == null ? null : used.toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String context(UUID id) {
    return "access_phone.name/" + id;
  }
}
