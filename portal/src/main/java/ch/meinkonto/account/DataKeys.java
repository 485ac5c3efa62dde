package ch.meinkonto.account;

import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.platform.crypto.UnderMasterKey;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each account's own key (AES-256), wrapped by the master key. Unwrapped keys stay in memory for a
 * short while, so that a page with many messages opens its key once.
 */
@Component
class DataKeys implements UnderMasterKey {

  private static final int BYTES = 32;
  private static final int STRETCH = 1_000;

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

  @Override
  public String what() {
    return "data keys of accounts";
  }

  @Override
  public int left() {
    return eachOutdated(wrapped -> {});
  }

  @Override
  public int sealAnew() {
    return eachOutdated(this::sealAnew);
  }

  /** Only if the account did not get another one, or was closed, meanwhile. */
  private void sealAnew(Wrapped wrapped) {
    var context = context(new AccountId(wrapped.id()));
    jdbc.sql("UPDATE account SET data_key = :anew WHERE id = :id AND data_key = :old")
        .param("anew", masterKey.seal(masterKey.open(wrapped.dataKey(), context), context))
        .param("id", wrapped.id())
        .param("old", wrapped.dataKey())
        .update();
  }

  /** A stretch at a time, in the order of their ids, so that a million accounts fit in memory. */
  private int eachOutdated(Consumer<Wrapped> action) {
    var found = 0;
    var last = new UUID(0, 0);
    while (true) {
      var stretch =
          jdbc.sql("SELECT id, data_key FROM account WHERE id > :last ORDER BY id LIMIT :stretch")
              .param("last", last)
              .param("stretch", STRETCH)
              .query(Wrapped.class)
              .list();
      for (var wrapped : stretch) {
        last = wrapped.id();
        if (!masterKey.isNewest(wrapped.dataKey())) {
          action.accept(wrapped);
          found++;
        }
      }
      if (stretch.size() < STRETCH) {
        return found;
      }
    }
  }

  record Wrapped(UUID id, byte[] dataKey) {}

  static String context(AccountId account) {
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
