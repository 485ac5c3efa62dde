package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.notification.TextMessages;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code login_sms}: at most one mobile number an account, confirmed by a code. One that
 * is there counts even while nobody carries text messages: otherwise a city that leaves its
 * provider would open accounts to whoever knows their passwords.
 */
@Component
@Order(40)
class SmsNumbers implements SecondFactor {

  private static final String CONTEXT = "login_sms.number";

  private final JdbcClient jdbc;
  private final AccountCipher cipher;
  private final TextMessages messages;
  private final Clock clock;

  SmsNumbers(JdbcClient jdbc, AccountCipher cipher, TextMessages messages, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public String texts() {
    return "login.sms";
  }

  @Override
  public String page() {
    return SmsPages.PATH;
  }

  @Override
  public boolean offered() {
    return messages.available();
  }

  @Override
  public Optional<String> stepUp() {
    return Optional.of(SmsConfirmPages.PATH);
  }

  @Override
  public boolean any(AccountId account) {
    return row(account).isPresent();
  }

  /** The number, for sending and for its owner's export. */
  Optional<MobileNumber> number(AccountId account) {
    return row(account).map(row -> opened(account, row));
  }

  /** The number as its owner sees it. */
  Optional<SmsNumber> find(AccountId account) {
    return row(account)
        .map(row -> {
          var used = row.lastUsedAt();
          return new SmsNumber(
              opened(account, row).masked(),
              row.createdAt().toInstant(),
              used == null ? null : used.toInstant());
        });
  }

  /** Keeps a number that was confirmed; true when it takes the place of another. */
  @Transactional
  public boolean put(AccountId account, MobileNumber number) {
    var replaces = any(account);
    removeAll(account);
    jdbc.sql(
            """
            INSERT INTO login_sms (account_id, number, created_at)
            VALUES (:account, :number, :now)
            """)
        .param("account", account.value())
        .param("number", cipher.encrypt(account, number.value().getBytes(UTF_8), CONTEXT))
        .param("now", now())
        .update();
    return replaces;
  }

  /** Notes that a code proved who its owner is. */
  void used(AccountId account) {
    jdbc.sql("UPDATE login_sms SET last_used_at = :now WHERE account_id = :account")
        .param("account", account.value())
        .param("now", now())
        .update();
  }

  /** The codes that were sent, too. */
  @Override
  @Transactional
  public void removeAll(AccountId account) {
    for (var table : new String[] {"login_sms_code", "login_sms"}) {
      jdbc.sql("DELETE FROM " + table + " WHERE account_id = :account")
          .param("account", account.value())
          .update();
    }
  }

  record Row(byte[] number, OffsetDateTime createdAt, @Nullable OffsetDateTime lastUsedAt) {}

  private Optional<Row> row(AccountId account) {
    return jdbc.sql(
            "SELECT number, created_at, last_used_at FROM login_sms WHERE account_id = :account")
        .param("account", account.value())
        .query(Row.class)
        .optional();
  }

  private MobileNumber opened(AccountId account, Row row) {
    return new MobileNumber(new String(cipher.decrypt(account, row.number(), CONTEXT), UTF_8));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
