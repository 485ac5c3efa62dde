package ch.meinkonto.bench;

import java.util.function.LongSupplier;

/**
 * What a login cost, in nanoseconds of processors.
 *
 * @param bare a hash by itself, in the same seconds
 * @param spent the login, without what the portal would have done anyway
 */
record LoginCost(double bare, LoginCost.Spent spent) {

  double ratio() {
    return spent.portal() / bare;
  }

  /** Where processor time is read. */
  record Clocks(LongSupplier portal, LongSupplier compilers, LongSupplier database) {

    Spent read() {
      return new Spent(
          System.nanoTime() / 1e9, portal.getAsLong(), compilers.getAsLong(), database.getAsLong());
    }
  }

  /**
   * Processor time in a stretch of time.
   *
   * @param compilers the part of the portal's in which it compiled itself
   */
  record Spent(double seconds, double portal, double compilers, double database) {

    Spent minus(Spent other) {
      return new Spent(
          seconds - other.seconds,
          portal - other.portal,
          compilers - other.compilers,
          database - other.database);
    }

    Spent times(double factor) {
      return new Spent(seconds * factor, portal * factor, compilers * factor, database * factor);
    }
  }
}
