package ch.meinkonto.platform.database;

import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Refuses an address of a database over whose network others could listen, or answer in its place
 * (OWASP ASVS 5.0, 12.3.1 and 12.3.2).
 */
final class DatabaseTls {

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
  private static final String CHECKED = "verify-full";

  /** With these, one could switch off what the mode demands. */
  private static final Set<PGProperty> LOOPHOLES =
      Set.of(PGProperty.SSL_FACTORY, PGProperty.SSL_HOSTNAME_VERIFIER);

  /** The driver's own, and Java's. */
  private static final Set<String> CHECKING =
      Set.of("org.postgresql.ssl.LibPQFactory", "org.postgresql.ssl.DefaultJavaSSLFactory");

  private DatabaseTls() {}

  /**
   * Looks at the address; what it holds is not repeated.
   *
   * @throws IllegalStateException when it leads off this machine without TLS and its checks
   */
  static void demand(String jdbcUrl) {
    var parsed = Driver.parseURL(jdbcUrl, new Properties());
    if (parsed == null) {
      throw new IllegalStateException(
          "DATABASE_URL is no address of a PostgreSQL: postgresql://host:port/name");
    }
    if (!isHere(parsed) && !isChecked(parsed)) {
      throw new IllegalStateException(
          "The database is not on this machine: DATABASE_URL must say ?sslmode=verify-full, and where"
              + " the certificate of its authority is (sslrootcert=…; docs/operations.md)");
    }
  }

  private static boolean isHere(Properties parsed) {
    var hosts = PGProperty.PG_HOST.getOrDefault(parsed);
    return hosts == null || Arrays.stream(hosts.split(",")).allMatch(HERE::contains);
  }

  private static boolean isChecked(Properties parsed) {
    return CHECKED.equals(PGProperty.SSL_MODE.getOrDefault(parsed))
        && LOOPHOLES.stream()
            .map(loophole -> loophole.getOrDefault(parsed))
            .allMatch(value -> value == null || CHECKING.contains(value));
  }
}
