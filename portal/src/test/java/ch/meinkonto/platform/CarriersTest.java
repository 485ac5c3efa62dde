package ch.meinkonto.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CarriersTest {

  @Test
  void threadsThatWaitForALockWhileTheyNeedAClassDoNotStopItsHolder() throws Exception {
    assertThat(onTwoProcessors("provided")).isZero();
  }

  @Test
  void withACarrierForEachProcessorTheyWould() throws Exception {
    assertThat(onTwoProcessors("bare")).isOne();
  }

  private static int onTwoProcessors(String carriers) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = String.join(File.pathSeparator, home(Carriers.class), home(Standstill.class));
    return new ProcessBuilder(
            java,
            "-XX:ActiveProcessorCount=2",
            "-cp",
            classes,
            Standstill.class.getName(),
            carriers)
        .inheritIO()
        .start()
        .waitFor();
  }

  private static String home(Class<?> type) throws URISyntaxException, IOException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  /** Ends with 1 when the holder of the lock does not get on. */
  static final class Standstill {

    private static final CountDownLatch needed = new CountDownLatch(2);

    private static final Object lock = new Object();

    static class OneClass {
      static {
        waitForTheLock();
      }

      static void use() {}
    }

    static class AnotherClass {
      static {
        waitForTheLock();
      }

      static void use() {}
    }

    private static void waitForTheLock() {
      needed.countDown();
      synchronized (lock) {
        lock.notifyAll();
      }
    }

    public static void main(String[] arguments) throws InterruptedException {
      var provided = arguments[0].equals("provided");
      if (provided) {
        Carriers.provide();
      }
      var held = new CountDownLatch(1);
      var holder =
          Thread.startVirtualThread(() -> {
            synchronized (lock) {
              held.countDown();
              letGoOfTheCarrier();
            }
          });
      held.await();
      Thread.startVirtualThread(OneClass::use);
      Thread.startVirtualThread(AnotherClass::use);
      System.exit(holder.join(Duration.ofSeconds(provided ? 60 : 2)) ? 0 : 1);
    }

    private static void letGoOfTheCarrier() {
      try {
        needed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
