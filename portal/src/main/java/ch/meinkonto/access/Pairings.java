package ch.meinkonto.access;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.DeviceKeys.Entry;
import ch.meinkonto.platform.Base32;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.webauthn.Ceremonies.MadeKey;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Connecting a phone: the computer shows a code, the phone reads it and makes a key, the computer
 * asks whether that is the phone. So a code that somebody else photographed connects nothing.
 */
@Component
public class Pairings {

  /** How long somebody may take for all of it. */
  public static final Duration VALID = Duration.ofMinutes(10);

  private static final int CODE_BYTES = 10;

  private final JdbcClient jdbc;
  private final LookupHash hash;
  private final Phones phones;
  private final Numbers numbers;
  private final Clock clock;

  Pairings(JdbcClient jdbc, LookupHash hash, Phones phones, Numbers numbers, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.phones = phones;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * A pairing that is under way.
   *
   * @param code what the phone reads, without spaces
   * @param offered the phone that read it, if one did
   */
  public record Pairing(String code, @Nullable Offered offered) {}

  /**
   * A phone that wants to be connected.
   *
   * @param number what it shows, too
   */
  public record Offered(String name, int number) {}

  /** A pairing as the phone knows it. */
  record Open(UUID id, AccountId account) {}

  /** Begins anew; a code that was shown before counts no more. */
  public void begin(AccountId account) {
    var id = Ids.next();
    jdbc.sql(
            """
            INSERT INTO access_pairing (account_id, id, code, expires_at)
            VALUES (:account, :id, :code, :expires)
            ON CONFLICT (account_id) DO UPDATE
            SET id = excluded.id, code = excluded.code, phone_id = NULL,
              expires_at = excluded.expires_at
            """)
        .param("account", account.value())
        .param("id", id)
        .param("code", hashed(code(id)))
        .param("expires", clock.instant().plus(VALID).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What is under way for the account. */
  public Optional<Pairing> find(AccountId account) {
    return row(account).map(row -> new Pairing(code(row.id()), offered(account, row.phone())));
  }

  /** The owner says that the phone is theirs; empty when there is none any more. */
  @Transactional
  public Optional<Entry> confirm(AccountId account) {
    var phone = row(account).map(Row::phone).filter(id -> phones.confirm(account, id));
    end(account);
    return phone.flatMap(id -> phones.find(account, id));
  }

  /** The owner says that it is not, or stops. */
  @Transactional
  public void cancel(AccountId account) {
    row(account).map(Row::phone).ifPresent(id -> phones.remove(account, id));
    end(account);
  }

  /** The pairing whose code a phone read, as long as no phone did before. */
  Optional<Open> read(String typed) {
    return jdbc.sql(
            """
            SELECT id, account_id FROM access_pairing
            WHERE code = :code AND phone_id IS NULL AND expires_at > :now
            """)
        .param("code", hashed(Base32.meant(typed)))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Open(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class))))
        .optional();
  }

  /** A phone made its key; empty when another was quicker. */
  @Transactional
  public Optional<UUID> offer(Open pairing, MadeKey key, String name) {
    return phones
        .offer(pairing.account(), key, name)
        .filter(phone ->
            jdbc.sql(
                        """
                        UPDATE access_pairing SET phone_id = :phone
                        WHERE id = :id AND phone_id IS NULL
                        """)
                    .param("phone", phone)
                    .param("id", pairing.id())
                    .update()
                == 1);
  }

  /** What the phone shows. */
  int number(UUID phone) {
    return numbers.of(phone);
  }

  /** Erases what is over; returns how many. */
  int eraseExpired() {
    return jdbc.sql("DELETE FROM access_pairing WHERE expires_at < :now")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  void end(AccountId account) {
    jdbc.sql("DELETE FROM access_pairing WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }

  private record Row(UUID id, @Nullable UUID phone) {}

  private Optional<Row> row(AccountId account) {
    return jdbc.sql(
            """
            SELECT id, phone_id FROM access_pairing
            WHERE account_id = :account AND expires_at > :now
            """)
        .param("account", account.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Row(row.getObject("id", UUID.class), row.getObject("phone_id", UUID.class)))
        .optional();
  }

  private @Nullable Offered offered(AccountId account, @Nullable UUID phone) {
    return phone == null
        ? null
        : phones
            .find(account, phone)
            .map(found -> new Offered(found.name(), number(phone)))
            .orElse(null);
  }

  /** It follows from the pairing, so that a page can show it again and nothing keeps it. */
  private String code(UUID pairing) {
    var bytes = hash.of("access-pairing", pairing.toString());
    return Base32.CLEAR.encode(Arrays.copyOf(bytes, CODE_BYTES));
  }

  private byte[] hashed(String code) {
    return hash.of("access-pairing-code", code);
  }
}
