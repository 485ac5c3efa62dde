package ch.meinkonto.connector.worklist.clerk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at a unit's worklist.
 *
 * @param login what they type in
 * @param name what colleagues call them
 * @param unit the unit whose cases they see, and no other's
 * @param locked whether they may not come in
 * @param since when password and second factor were last set or taken away: older sessions end
 * @param password its hash; null until they have chosen one
 * @param secret the second factor's, sealed; null until it is set up
 * @param step of the code that was used last: each is good once
 * @param startCode the hash of the code with which they begin; null once used
 * @param startCodeUntil until when it can be used
 */
public record Clerk(
    String login,
    String name,
    String unit,
    Role role,
    boolean locked,
    Instant since,
    @Nullable String password,
    @Nullable String secret,
    long step,
    @Nullable String startCode,
    @Nullable Instant startCodeUntil) {

  static Clerk begins(
      String login, String name, String unit, Role role, Instant now, String code, Instant until) {
    return new Clerk(login, name, unit, role, false, now, null, null, 0, code, until);
  }

  Clerk beginsAgain(Instant now, String code, Instant until) {
    return new Clerk(login, name, unit, role, locked, now, null, null, 0, code, until);
  }

  Clerk with(Role other) {
    return new Clerk(
        login, name, unit, other, locked, since, password, secret, step, startCode, startCodeUntil);
  }

  Clerk locked(boolean now) {
    return new Clerk(
        login, name, unit, role, now, since, password, secret, step, startCode, startCodeUntil);
  }

  Clerk ready(Instant now, String hash, String sealed, long used) {
    return new Clerk(login, name, unit, role, locked, now, hash, sealed, used, null, null);
  }

  Clerk used(long other) {
    return new Clerk(
        login, name, unit, role, locked, since, password, secret, other, startCode, startCodeUntil);
  }

  /** Whether both factors are set up. */
  public boolean ready() {
    return password != null && secret != null;
  }

  /** Whether they still have to begin with a code that is good. */
  boolean expected(Instant now) {
    return !locked && startCodeUntil != null && now.isBefore(startCodeUntil);
  }

  @Override
  public String toString() {
    return "Clerk[" + login + "]";
  }
}
