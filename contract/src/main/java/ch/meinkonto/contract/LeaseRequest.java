package ch.meinkonto.contract;

import java.time.Duration;

/** Asks for up to {@code max} deliveries, waiting for the first if there is none. */
public record LeaseRequest(int max, int waitSeconds, int leaseSeconds) {

  public static final int MAX_DELIVERIES = 50;
  public static final Duration MAX_WAIT = Duration.ofSeconds(20);
  public static final Duration MIN_LEASE = Duration.ofSeconds(30);
  public static final Duration MAX_LEASE = Duration.ofHours(1);

  public LeaseRequest {
    within("max", max, 1, MAX_DELIVERIES);
    within("waitSeconds", waitSeconds, 0, MAX_WAIT.toSeconds());
    within("leaseSeconds", leaseSeconds, MIN_LEASE.toSeconds(), MAX_LEASE.toSeconds());
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
    }
  }
}
