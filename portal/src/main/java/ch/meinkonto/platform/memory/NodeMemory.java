package ch.meinkonto.platform.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What this node remembers of the database between two requests (a near cache). Whoever changes the
 * database says so with {@link #changed}; then all nodes forget it. A node that does not hear from
 * the others remembers nothing, and nothing is remembered for longer than a minute.
 *
 * @param <V> what is remembered; nobody may change it afterwards
 */
public final class NodeMemory<V> {

  static final Duration LONGEST = Duration.ofMinutes(1);

  private final String name;
  private final NodeMemories all;
  private final Cache<String, Remembered<V>> remembered;
  private final AtomicIntegerArray changes = new AtomicIntegerArray(1024);

  private record Remembered<V>(int hearing, V value) {}

  NodeMemory(String name, int size, NodeMemories all) {
    this.name = name;
    this.all = all;
    this.remembered = Caffeine.newBuilder().maximumSize(size).expireAfterWrite(LONGEST).build();
  }

  /**
   * What is known under the key.
   *
   * @param read asks the database, when nothing is remembered; may find nothing, which is not
   *     remembered
   */
  public @Nullable V get(String key, Function<String, @Nullable V> read) {
    var hearing = all.hearing();
    var known = remembered.getIfPresent(key);
    if (known != null && known.hearing == hearing) {
      return known.value;
    }
    var before = changes.get(slot(key));
    var value = read.apply(key);
    if (value != null && hearing != NodeMemories.DEAF) {
      remembered.put(key, new Remembered<>(hearing, value));
      // what changed while it was read may be missing in it
      if (changes.get(slot(key)) != before) {
        remembered.invalidate(key);
      }
    }
    return value;
  }

  /**
   * What is stored under the key has changed, or does when the current transaction commits. Own
   * readers see it from then on, those at other nodes a moment later.
   */
  public void changed(String key) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              forgetEverywhere(key);
            }
          });
    } else {
      forgetEverywhere(key);
    }
  }

  private void forgetEverywhere(String key) {
    forget(key);
    all.tell(name, key);
  }

  /** The count comes first: a reader that puts its value in between looks at it afterwards. */
  void forget(String key) {
    changes.incrementAndGet(slot(key));
    remembered.invalidate(key);
  }

  private int slot(String key) {
    return Math.floorMod(key.hashCode(), changes.length());
  }
}
