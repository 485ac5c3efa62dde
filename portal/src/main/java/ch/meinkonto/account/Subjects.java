package ch.meinkonto.account;

import ch.meinkonto.platform.crypto.RandomTokens;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pairwise subjects (OpenID Connect Core §8.1): stored random names, so that two units cannot find
 * out that they know the same person, not even with the portal's keys.
 */
@Component
class Subjects {

  private static final int BYTES = 16;

  private final JdbcClient jdbc;

  Subjects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  String of(AccountId account, String unitId) {
    return find(account, unitId)
        .orElseGet(() -> {
          jdbc.sql(
                  """
                  INSERT INTO account_subject (account_id, unit_id, subject)
                  SELECT id, :unit, :subject FROM account WHERE id = :account
                  ON CONFLICT (account_id, unit_id) DO NOTHING
                  """)
              .param("account", account.value())
              .param("unit", unitId)
              .param("subject", RandomTokens.next(BYTES))
              .update();
          return find(account, unitId).orElseThrow(() -> new NoSuchAccount(account));
        });
  }

  private Optional<String> find(AccountId account, String unitId) {
    return jdbc.sql(
            "SELECT subject FROM account_subject WHERE account_id = :account AND unit_id = :unit")
        .param("account", account.value())
        .param("unit", unitId)
        .query(String.class)
        .optional();
  }
}
