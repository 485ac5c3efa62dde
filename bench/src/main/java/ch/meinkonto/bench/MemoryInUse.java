package ch.meinkonto.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How much of this process's heap is in use, looked at again and again after a collection. */
final class MemoryInUse implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::look);
  private volatile long most;

  private MemoryInUse() {}

  static MemoryInUse watch() {
    var memory = new MemoryInUse();
    memory.thread.start();
    return memory;
  }

  private void look() {
    var runtime = Runtime.getRuntime();
    while (!Thread.currentThread().isInterrupted()) {
      System.gc();
      most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** The most that was ever seen, in bytes. */
  long most() {
    return most;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
