package ch.meinkonto.connector.sftp;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives a look at the server a thread of its own, so that one that hangs holds up no other unit;
 * while one still looks, the next is left out.
 */
final class OneAtATime implements Executor {

  private final String name;
  private final AtomicBoolean busy = new AtomicBoolean();

  OneAtATime(String name) {
    this.name = name;
  }

  @Override
  public void execute(Runnable task) {
    if (busy.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name(name)
          .start(() -> {
            try {
              task.run();
            } finally {
              busy.set(false);
            }
          });
    }
  }
}
