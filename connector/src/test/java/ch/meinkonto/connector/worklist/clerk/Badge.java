package ch.meinkonto.connector.worklist.clerk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/** A clerk in a test, with what they know and have. */
public record Badge(String login, String password, byte[] secret) {

  /** A clerk who has set up both factors. */
  public static Badge of(Path clerks, String unit, String login, String name, Role role) {
    Clerks all = new Clerks(clerks, Clock.systemUTC());
    all.add(login, name, unit, role);
    Badge badge = new Badge(login, "drei Esel im Regen", Totp.secret());
    all.set(login, badge.password(), badge.secret());
    return badge;
  }

  /** A clerk who has a code to begin with. */
  public static String begin(Path clerks, String unit, String login, Role role) {
    return new Clerks(clerks, Clock.systemUTC()).add(login, login, unit, role).orElseThrow();
  }

  /** May not log in any more. */
  public static void lock(Path clerks, String login) {
    new Clerks(clerks, Clock.systemUTC()).setLocked(login, true);
  }

  /** What the app on their phone shows now. */
  public String code() {
    return Totp.code(secret, Instant.now());
  }

  @Override
  public String toString() {
    return "Badge[" + login + "]";
  }
}
