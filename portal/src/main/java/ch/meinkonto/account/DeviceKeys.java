package ch.meinkonto.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.webauthn.Ceremonies.MadeKey;
import ch.meinkonto.platform.webauthn.Keys;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A module's table of keys that are kept on devices of accounts. */
public abstract class DeviceKeys {

  protected final JdbcClient jdbc;
  private final AccountCipher cipher;
  private final AttestedCredentialDataConverter credentials;
  private final Clock clock;
  private final String table;
  private final String counts;

  /**
   * The keys of a table.
   *
   * @param counts which of its rows count, in SQL
   */
  protected DeviceKeys(
      JdbcClient jdbc,
      AccountCipher cipher,
      ObjectConverter converter,
      Clock clock,
      String table,
      String counts) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.credentials = new AttestedCredentialDataConverter(converter);
    this.clock = clock;
    this.table = table;
    this.counts = counts;
  }

  /** A key as it was stored: whose it is, and what is needed to verify it. */
  public record Key(UUID id, AccountId account, AttestedCredentialData credential, long signCount)
      implements Keys.Key {}

  /**
   * A key as its owner sees it.
   *
   * @param name how its owner calls it, or the device that keeps it
   * @param lastUsedAt null when it has never proved anything
   */
  public record Entry(UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}

  /** Whether the account has one that counts. */
  public boolean any(AccountId account) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM " + table + counting("account_id = :account") + ")")
        .param("account", account.value())
        .query(Boolean.class)
        .single();
  }

  /** Those of an account that count, the oldest first. */
  public List<Entry> all(AccountId account) {
    return jdbc.sql("SELECT * FROM " + table + counting("account_id = :account") + " ORDER BY id")
        .param("account", account.value())
        .query((row, _) -> entry(account, row))
        .list();
  }

  /** One of an account's, whether it counts or not. */
  public Optional<Entry> find(AccountId account, UUID id) {
    return jdbc.sql("SELECT * FROM " + table + " WHERE id = :id AND account_id = :account")
        .param("id", id)
        .param("account", account.value())
        .query((row, _) -> entry(account, row))
        .optional();
  }

  /** The key with this id, if it counts. */
  public Optional<Key> find(byte[] credentialId) {
    return jdbc.sql("SELECT * FROM " + table + counting("credential_id = :credentialId"))
        .param("credentialId", credentialId)
        .query((row, _) ->
            new Key(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                credentials.convert(row.getBytes("credential")),
                row.getLong("sign_count")))
        .optional();
  }

  /** How devices know the keys that an account has. */
  public List<byte[]> credentialIds(AccountId account) {
    return jdbc.sql("SELECT credential_id FROM " + table + " WHERE account_id = :account")
        .param("account", account.value())
        .query(byte[].class)
        .list();
  }

  /**
   * Notes that it was used. Two answers at once with the same count, as from a copy: the second one
   * is refused.
   *
   * @param signCount what it counts now; a key that does not count says 0
   */
  public boolean used(Key key, long signCount) {
    return jdbc.sql(
                """
                UPDATE %s SET sign_count = :signCount, last_used_at = :now
                WHERE id = :id AND (sign_count < :signCount OR (sign_count = 0 AND :signCount = 0))
                """
                    .formatted(table))
            .param("signCount", signCount)
            .param("now", now())
            .param("id", key.id())
            .update()
        == 1;
  }

  /** Takes one away; false when the account has none such. */
  public boolean remove(AccountId account, UUID id) {
    return jdbc.sql("DELETE FROM " + table + " WHERE id = :id AND account_id = :account")
            .param("id", id)
            .param("account", account.value())
            .update()
        == 1;
  }

  /** Takes all of them away. */
  public void removeAll(AccountId account) {
    jdbc.sql("DELETE FROM " + table + " WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }

  /** A new row, column by column. */
  protected Map<String, Object> row(AccountId account, MadeKey key, String name) {
    var id = Ids.next();
    return Map.of(
        "id", id,
        "account", account.value(),
        "credentialId", key.credential().getCredentialId(),
        "credential", credentials.convert(key.credential()),
        "signCount", key.signCount(),
        "name", sealed(account, id, name),
        "now", now());
  }

  /** How its owner calls a key, as it is kept. */
  protected byte[] sealed(AccountId account, UUID id, String name) {
    return cipher.encrypt(account, name.getBytes(UTF_8), context(id));
  }

  /** The moment, as it is kept. */
  protected OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private Entry entry(AccountId account, ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var used = row.getObject("last_used_at", OffsetDateTime.class);
    return new Entry(
        id,
        new String(cipher.decrypt(account, row.getBytes("name"), context(id)), UTF_8),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        used == null ? null : used.toInstant());
  }

  private String counting(String condition) {
    return " WHERE " + condition + " AND " + counts;
  }

  private String context(UUID id) {
    return table + ".name/" + id;
  }
}
