package ch.meinkonto.platform.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.stereotype.Component;

/** All that this node remembers, and what it has to tell the others. */
@Component
public class NodeMemories {

  static final int DEAF = 0;

  /** More than this is not told: what waits that long is forgotten everywhere by itself. */
  private static final int UNTOLD = 100_000;

  private final Map<String, NodeMemory<?>> memories = new ConcurrentHashMap<>();
  private final BlockingQueue<Change> untold = new LinkedBlockingQueue<>(UNTOLD);
  private int times;
  private volatile int hearing = DEAF;

  /** What is no longer as it was: in which memory, under which key. */
  record Change(String memory, String key) {}

  /**
   * A memory for one kind of thing.
   *
   * @param name the same at every node; without spaces
   * @param size how many things it holds at most
   */
  public <V> NodeMemory<V> open(String name, int size) {
    var memory = new NodeMemory<V>(name, size, this);
    if (memories.putIfAbsent(name, memory) != null) {
      throw new IllegalStateException("There is a memory " + name + " already");
    }
    return memory;
  }

  void tell(String memory, String key) {
    untold.offer(new Change(memory, key));
  }

  /** Waits until there is something to tell. */
  List<Change> untold() throws InterruptedException {
    var changes = new ArrayList<Change>();
    changes.add(untold.take());
    untold.drainTo(changes, 500);
    return changes;
  }

  void forget(Change change) {
    var memory = memories.get(change.memory());
    if (memory != null) {
      memory.forget(change.key());
    }
  }

  /** The others are heard from now on; what was remembered before counts no more. */
  synchronized void hear() {
    if (hearing == DEAF) {
      hearing = ++times;
    }
  }

  synchronized void hearNothing() {
    hearing = DEAF;
  }

  /** Whether this node hears what others change, and so remembers anything. */
  public boolean hears() {
    return hearing != DEAF;
  }

  /** Which time of hearing this is, or {@link #DEAF}. */
  int hearing() {
    return hearing;
  }
}
