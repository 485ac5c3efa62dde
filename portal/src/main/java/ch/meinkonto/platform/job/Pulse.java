package ch.meinkonto.platform.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Does something again and again at this node, from its start to its stop: one beat at a time, with
 * a pause before each. After the stop none begins, and none is left running, so that a beat finds
 * all that it needs. A beat that fails ends the pulse: each says itself what to do about it.
 */
public abstract class Pulse implements SmartLifecycle {

  private final String name;
  private final Duration pause;
  private volatile @Nullable Thread thread;

  /**
   * @param name what its thread is called
   * @param pause how long it waits before each beat
   */
  protected Pulse(String name, Duration pause) {
    this.name = name;
    this.pause = pause;
  }

  /** What is done each time. */
  protected abstract void beat();

  @Override
  public synchronized void start() {
    thread = Thread.ofVirtual().name(name).start(this::beatOnAndOn);
  }

  private void beatOnAndOn() {
    try {
      do {
        Thread.sleep(pause);
      } while (beatIfRunning());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean beatIfRunning() {
    var runs = thread == Thread.currentThread();
    if (runs) {
      beat();
    }
    return runs;
  }

  @Override
  public synchronized void stop() {
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
