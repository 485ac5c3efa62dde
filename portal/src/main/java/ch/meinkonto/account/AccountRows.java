package ch.meinkonto.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code account}: encrypts on the way in, decrypts on the way out. */
@Component
class AccountRows {

  private final JdbcClient jdbc;
  private final AccountCipher cipher;
  private final JsonMapper json;

  AccountRows(JdbcClient jdbc, AccountCipher cipher, JsonMapper json) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.json = json;
  }

  record Preferences(String language, NotifyBy notifyBy) {}

  Optional<Account> find(AccountId id) {
    return jdbc.sql(
            "SELECT kind, name, company, email, phone, address, preferences FROM account"
                + " WHERE id = :id")
        .param("id", id.value())
        .query((row, number) -> account(id, row))
        .optional();
  }

  Optional<AccountId> byEmail(byte[] lookup) {
    return jdbc.sql("SELECT id FROM account WHERE email_lookup = :lookup")
        .param("lookup", lookup)
        .query(UUID.class)
        .optional()
        .map(AccountId::new);
  }

  /** Sets one encrypted column. */
  void set(AccountId id, Column column, @Nullable Object value) {
    var updated =
        jdbc.sql("UPDATE account SET " + column.sql() + " = :value WHERE id = :id")
            .param("value", sealed(id, column, value), java.sql.Types.BINARY)
            .param("id", id.value())
            .update();
    if (updated == 0) {
      throw new NoSuchAccount(id);
    }
  }

  byte @Nullable [] sealed(AccountId id, Column column, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> cipher.encrypt(id, text.getBytes(UTF_8), column.context());
      default -> cipher.encrypt(id, json.writeValueAsBytes(value), column.context());
    };
  }

  private Account account(AccountId id, ResultSet row) throws SQLException {
    var preferences = required(id, row, Column.PREFERENCES, Preferences.class);
    return new Account(
        id,
        AccountKind.of(row.getString("kind")),
        required(id, row, Column.NAME, PersonName.class),
        text(id, row, Column.COMPANY),
        new EmailAddress(Objects.requireNonNull(text(id, row, Column.EMAIL))),
        text(id, row, Column.PHONE),
        value(id, row, Column.ADDRESS, PostalAddress.class),
        Locale.forLanguageTag(preferences.language()),
        preferences.notifyBy());
  }

  private @Nullable String text(AccountId id, ResultSet row, Column column) throws SQLException {
    var sealed = row.getBytes(column.sql());
    return sealed == null ? null : new String(cipher.decrypt(id, sealed, column.context()), UTF_8);
  }

  private <T> @Nullable T value(AccountId id, ResultSet row, Column column, Class<T> type)
      throws SQLException {
    var sealed = row.getBytes(column.sql());
    return sealed == null
        ? null
        : json.readValue(cipher.decrypt(id, sealed, column.context()), type);
  }

  private <T> T required(AccountId id, ResultSet row, Column column, Class<T> type)
      throws SQLException {
    return Objects.requireNonNull(value(id, row, column, type));
  }

  /** The encrypted columns. */
  enum Column {
    NAME,
    COMPANY,
    EMAIL,
    PHONE,
    ADDRESS,
    PREFERENCES;

    String sql() {
      return name().toLowerCase(Locale.ROOT);
    }

    String context() {
      return "account." + sql();
    }
  }
}
