package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.Base32;
import ch.meinkonto.platform.crypto.LookupHash;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code login_recovery_code}. A code has 120 random bits, so that nobody finds it by
 * trying, neither here nor with the table in hand: from 112 bits on, OWASP ASVS 6.5.2 asks for no
 * more than a hash, and NIST SP 800-63B-4, section 4.2.1.1, for 64 bits and an approved one-way
 * function. Ours has a key besides.
 */
@Component
class RecoveryCodes {

  /** How many make a set. */
  static final int SET = 10;

  private static final int BYTES = 15;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final LookupHash hash;

  RecoveryCodes(JdbcClient jdbc, LookupHash hash) {
    this.jdbc = jdbc;
    this.hash = hash;
  }

  /** Gives the account a new set; the old one is worthless. */
  @Transactional
  public List<String> renew(AccountId account) {
    removeAll(account);
    var codes = new ArrayList<String>();
    while (codes.size() < SET) {
      var code = next();
      jdbc.sql("INSERT INTO login_recovery_code (account_id, hash) VALUES (:account, :hash)")
          .param("account", account.value())
          .param("hash", hashed(account, code))
          .update();
      codes.add(Base32.inGroups(code, "-"));
    }
    return codes;
  }

  /** Whether this is a code of the account; from now on it is none (OWASP ASVS 6.5.1). */
  boolean use(AccountId account, String typed) {
    return jdbc.sql("DELETE FROM login_recovery_code WHERE account_id = :account AND hash = :hash")
            .param("account", account.value())
            .param("hash", hashed(account, Base32.meant(typed)))
            .update()
        == 1;
  }

  /** How many are left. */
  int left(AccountId account) {
    return jdbc.sql("SELECT count(*) FROM login_recovery_code WHERE account_id = :account")
        .param("account", account.value())
        .query(Integer.class)
        .single();
  }

  int removeAll(AccountId account) {
    return jdbc.sql("DELETE FROM login_recovery_code WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }

  /** A code, as it is hashed. */
  static String next() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base32.CLEAR.encode(bytes);
  }

  private byte[] hashed(AccountId account, String code) {
    return hash.of("recovery-code", account + "/" + code);
  }
}
