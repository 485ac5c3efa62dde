package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.Ids;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code login_passkey}. */
@Component
@Order(10)
class Passkeys implements SecondFactor {

  /** As many as anybody has devices. */
  static final int MOST = 20;

  private final JdbcClient jdbc;
  private final AccountCipher cipher;
  private final AttestedCredentialDataConverter credentials;
  private final Clock clock;

  Passkeys(JdbcClient jdbc, AccountCipher cipher, ObjectConverter converter, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.credentials = new AttestedCredentialDataConverter(converter);
    this.clock = clock;
  }

  /**
   * Adds one, in its caller's transaction; not when it is known already, whoever's it is, nor when
   * there are enough.
   */
  boolean add(AccountId account, AttestedCredentialData credential, long signCount, String name) {
    // whoever adds at the same time waits here, and then counts this one, too
    jdbc.sql("SELECT id FROM login_passkey WHERE account_id = :account FOR UPDATE")
        .param("account", account.value())
        .query(UUID.class)
        .list();
    var id = Ids.next();
    return jdbc.sql(
                """
                INSERT INTO login_passkey
                  (id, account_id, credential_id, credential, sign_count, name, created_at)
                SELECT :id, :account, :credentialId, :credential, :signCount, :name, :now
                WHERE (SELECT count(*) FROM login_passkey WHERE account_id = :account) < :most
                ON CONFLICT (credential_id) DO NOTHING
                """)
            .param("id", id)
            .param("account", account.value())
            .param("credentialId", credential.getCredentialId())
            .param("credential", credentials.convert(credential))
            .param("signCount", signCount)
            .param("name", cipher.encrypt(account, name.getBytes(UTF_8), context(id)))
            .param("now", now())
            .param("most", MOST)
            .update()
        == 1;
  }

  Optional<Passkey> find(byte[] credentialId) {
    return jdbc.sql(
            """
            SELECT id, account_id, credential, sign_count FROM login_passkey
            WHERE credential_id = :credentialId
            """)
        .param("credentialId", credentialId)
        .query((row, _) ->
            new Passkey(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                credentials.convert(row.getBytes("credential")),
                row.getLong("sign_count")))
        .optional();
  }

  /** An account's passkeys, the oldest first. */
  List<PasskeyEntry> all(AccountId account) {
    return jdbc.sql(
            """
            SELECT id, name, created_at, last_used_at FROM login_passkey
            WHERE account_id = :account ORDER BY id
            """)
        .param("account", account.value())
        .query((row, _) -> entry(account, row))
        .list();
  }

  /** How devices know the passkeys that an account has. */
  List<byte[]> credentialIds(AccountId account) {
    return jdbc.sql("SELECT credential_id FROM login_passkey WHERE account_id = :account")
        .param("account", account.value())
        .query(byte[].class)
        .list();
  }

  @Override
  public String texts() {
    return "login.passkey";
  }

  @Override
  public String page() {
    return PasskeyPages.PATH;
  }

  @Override
  public boolean any(AccountId account) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM login_passkey WHERE account_id = :account)")
        .param("account", account.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * Notes that it was used. Two answers at once with the same count, as from a copy: the second one
   * is refused.
   *
   * @param signCount what it counts now; a passkey that does not count says 0
   */
  boolean used(Passkey passkey, long signCount) {
    return jdbc.sql(
                """
                UPDATE login_passkey SET sign_count = :signCount, last_used_at = :now
                WHERE id = :id AND (sign_count < :signCount OR (sign_count = 0 AND :signCount = 0))
                """)
            .param("signCount", signCount)
            .param("now", now())
            .param("id", passkey.id())
            .update()
        == 1;
  }

  boolean rename(AccountId account, UUID id, String name) {
    return jdbc.sql(
                "UPDATE login_passkey SET name = :name WHERE id = :id AND account_id = :account")
            .param("name", cipher.encrypt(account, name.getBytes(UTF_8), context(id)))
            .param("id", id)
            .param("account", account.value())
            .update()
        == 1;
  }

  boolean remove(AccountId account, UUID id) {
    return jdbc.sql("DELETE FROM login_passkey WHERE id = :id AND account_id = :account")
            .param("id", id)
            .param("account", account.value())
            .update()
        == 1;
  }

  @Override
  public void removeAll(AccountId account) {
    jdbc.sql("DELETE FROM login_passkey WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }

  private PasskeyEntry entry(AccountId account, ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var used = row.getObject("last_used_at", OffsetDateTime.class);
    return new PasskeyEntry(
        id,
        new String(cipher.decrypt(account, row.getBytes("name"), context(id)), UTF_8),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        used == null ? null : used.toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String context(UUID id) {
    return "login_passkey.name/" + id;
  }
}
