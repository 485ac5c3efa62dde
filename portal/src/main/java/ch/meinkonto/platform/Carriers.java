package ch.meinkonto.platform;

/**
 * The threads that carry virtual threads. A virtual thread that loads or initialises a class keeps
 * its carrier while it waits for a lock (JEP 491, "Future Work"). With a carrier for each
 * processor, two requests that first need a class and wait for a lock of a third, which has let go
 * of its own carrier, stop a machine of two processors for ever
 * (spring-projects/spring-boot#51463).
 */
public final class Carriers {

  private static final String NUMBER = "jdk.virtualThreadScheduler.parallelism";

  /** More than can be loading classes at one time; they are made when there is work for them. */
  private static final int ENOUGH = 64;

  private Carriers() {}

  /** Sees to it that there are enough. To be called before the first virtual thread starts. */
  public static void provide() {
    if (System.getProperty(NUMBER) == null) {
      System.setProperty(NUMBER, Integer.toString(ENOUGH));
    }
  }
}
