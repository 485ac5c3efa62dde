package ch.meinkonto.activation;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.crypto.LookupHash;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code activation_link}: the names that units gave to accounts, each encrypted under
 * the account's own key.
 */
@Component
class ActivationLinks {

  private static final String CONTEXT = "activation_link.link/";

  private final JdbcClient jdbc;
  private final AccountCipher cipher;
  private final LookupHash hash;
  private final Clock clock;

  ActivationLinks(JdbcClient jdbc, AccountCipher cipher, LookupHash hash, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.hash = hash;
    this.clock = clock;
  }

  /** One of them, without its name. */
  record Held(AccountId account, ServiceId service, UnitId unit, Instant since) {}

  /** The unit's name for an account; empty when there is none. */
  Optional<ActivationLink> of(AccountId account, ServiceId service, UnitId unit) {
    return jdbc.sql(
            """
            SELECT link FROM activation_link
            WHERE account_id = :account AND service = :service AND unit = :unit\
            """)
        .param("account", account.value())
        .param("service", service.value())
        .param("unit", unit.value())
        .query(byte[].class)
        .optional()
        .map(sealed ->
            new ActivationLink(
                new String(cipher.decrypt(account, sealed, CONTEXT + service), UTF_8)));
  }

  /** Whether the unit knows the account; a unit that takes over a service knows nobody yet. */
  boolean any(AccountId account, ServiceId service, UnitId unit) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM activation_link
                           WHERE account_id = :account AND service = :service AND unit = :unit)\
            """)
        .param("account", account.value())
        .param("service", service.value())
        .param("unit", unit.value())
        .query(Boolean.class)
        .single();
  }

  List<Held> ofAccount(AccountId account) {
    return held("WHERE account_id = ? ORDER BY created_at DESC", account.value());
  }

  /** Whom a unit calls by this name. */
  List<Held> called(UnitId unit, ActivationLink link) {
    return held("WHERE lookup = ? ORDER BY account_id", lookup(unit, link));
  }

  /** Keeps a name, in the place of an earlier one. */
  void put(AccountId account, ServiceId service, UnitId unit, ActivationLink link) {
    jdbc.sql(
            """
            INSERT INTO activation_link (account_id, service, unit, link, lookup, created_at)
            VALUES (:account, :service, :unit, :link, :lookup, :now)
            ON CONFLICT (account_id, service) DO UPDATE
            SET unit = excluded.unit, link = excluded.link, lookup = excluded.lookup,
                created_at = excluded.created_at
            """)
        .param("account", account.value())
        .param("service", service.value())
        .param("unit", unit.value())
        .param("link", cipher.encrypt(account, link.value().getBytes(UTF_8), CONTEXT + service))
        .param("lookup", lookup(unit, link))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Forgets a name; false when there was none. */
  boolean remove(AccountId account, ServiceId service) {
    return jdbc.sql(
                "DELETE FROM activation_link WHERE account_id = :account AND service = :service")
            .param("account", account.value())
            .param("service", service.value())
            .update()
        == 1;
  }

  void erase(AccountId account) {
    jdbc.sql("DELETE FROM activation_link WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }

  private List<Held> held(String where, Object value) {
    return jdbc.sql("SELECT account_id, service, unit, created_at FROM activation_link " + where)
        .param(value)
        .query((row, _) ->
            new Held(
                new AccountId(row.getObject("account_id", UUID.class)),
                new ServiceId(row.getString("service")),
                new UnitId(row.getString("unit")),
                row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private byte[] lookup(UnitId unit, ActivationLink link) {
    return hash.of("activation-link", unit.value() + "\n" + link.value());
  }
}
