package ch.meinkonto.account;

import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.platform.crypto.SealedColumn;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each account's own key (AES-256), wrapped by the master key. Unwrapped keys stay in memory for a
 * short while, so that a page with many messages opens its key once.
 */
@Component
class DataKeys {

  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final MasterKey masterKey;
  private final SecureRandom random = new SecureRandom();
  private final Cache<AccountId, SecretKey> unwrapped =
      Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  DataKeys(JdbcClient jdbc, MasterKey masterKey) {
    this.jdbc = jdbc;
    this.masterKey = masterKey;
  }

  /** A new key for a new account, wrapped; usable at once. */
  byte[] create(AccountId account) {
    var key = new byte[BYTES];
    random.nextBytes(key);
    unwrapped.put(account, new SecretKeySpec(key, "AES"));
    return masterKey.seal(key, context(account));
  }

  SecretKey of(AccountId account) {
    var known = unwrapped.getIfPresent(account);
    if (known != null) {
      return known;
    }
    var key = new SecretKeySpec(masterKey.open(wrapped(account), context(account)), "AES");
    unwrapped.put(account, key);
    return key;
  }

  void forget(AccountId account) {
    unwrapped.invalidate(account);
  }

  @Bean
  static SealedColumn<UUID> wrappedDataKeys() {
    return SealedColumn.of(
        "data keys of accounts",
        "account",
        "id",
        UUID.class,
        "data_key",
        id -> context(new AccountId(id)));
  }

  private static String context(AccountId account) {
    return "account.data_key/" + account;
  }

  private byte[] wrapped(AccountId account) {
    return jdbc.sql("SELECT data_key FROM account WHERE id = :id")
        .param("id", account.value())
        .query(byte[].class)
        .optional()
        .orElseThrow(() -> new NoSuchAccount(account));
  }
}
