package ch.meinkonto.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.access.Apps.App;
import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code access_push}: by which address each phone's app is woken, one a phone. */
@Component
class PushSubscriptions {

  private final JdbcClient jdbc;
  private final AccountCipher cipher;

  PushSubscriptions(JdbcClient jdbc, AccountCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  record Subscription(UUID phone, URI endpoint) {}

  void put(App app, URI endpoint) {
    var sealed =
        cipher.encrypt(app.account(), endpoint.toString().getBytes(UTF_8), context(app.phone()));
    jdbc.sql(
            """
            INSERT INTO access_push (phone_id, endpoint) VALUES (:phone, :endpoint)
            ON CONFLICT (phone_id) DO UPDATE SET endpoint = excluded.endpoint
            """)
        .param("phone", app.phone())
        .param("endpoint", sealed)
        .update();
  }

  boolean has(UUID phone) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM access_push WHERE phone_id = :phone)")
        .param("phone", phone)
        .query(Boolean.class)
        .single();
  }

  void remove(UUID phone) {
    jdbc.sql("DELETE FROM access_push WHERE phone_id = :phone").param("phone", phone).update();
  }

  /** Those of an account's phones that count. */
  List<Subscription> of(AccountId account) {
    return jdbc.sql(
            """
            SELECT phone_id, endpoint FROM access_push
            JOIN access_phone ON access_phone.id = phone_id
            WHERE account_id = :account AND confirmed
            """)
        .param("account", account.value())
        .query((row, _) -> {
          var phone = row.getObject("phone_id", UUID.class);
          var opened = cipher.decrypt(account, row.getBytes("endpoint"), context(phone));
          return new Subscription(phone, URI.create(new String(opened, UTF_8)));
        })
        .list();
  }

  private static String context(UUID phone) {
    return "access_push.endpoint/" + phone;
  }
}
