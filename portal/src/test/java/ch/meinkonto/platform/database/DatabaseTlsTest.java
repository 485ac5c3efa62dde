package ch.meinkonto.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.testing.Authority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** The way to a database that is elsewhere: nobody listens, nobody stands in for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseTlsTest {

  private static final Path FOLDER = Path.of("target/database-tls");
  private static final String SECRET = "geheim";

  private EmbeddedDatabase database;
  private Authority authority;
  private Authority another;
  private Authority.Issued portal;

  /** A PostgreSQL that asks for TLS and takes a certificate as a proof of who comes. */
  @BeforeAll
  void theDatabaseSpeaksTls() throws Exception {
    FileSystemUtils.deleteRecursively(FOLDER);
    authority = new Authority(FOLDER.resolve("authority"));
    another = new Authority(FOLDER.resolve("another"));
    portal = authority.issue("portal");
    var server = authority.issue("database");
    database = EmbeddedDatabase.start(FOLDER.resolve("postgres"));
    var files =
        Map.of(
            "ssl_cert_file", server.certificate(),
            "ssl_key_file", server.key(),
            "ssl_ca_file", authority.certificate());
    Files.writeString(
        FOLDER.resolve("postgres/data/pg_hba.conf"),
        """
        hostnossl all postgres localhost scram-sha-256
        hostssl all portal localhost cert
        """);
    try (var connection = database.connect(database.owner().orElseThrow());
        var statement = connection.createStatement()) {
      for (var file : files.entrySet()) {
        statement.execute("ALTER SYSTEM SET %s = '%s'".formatted(file.getKey(), file.getValue()));
      }
      statement.execute("ALTER SYSTEM SET ssl = on");
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  @AfterAll
  void theDatabaseEnds() {
    database.close();
  }

  @Test
  void aCertificateOfThePortalsOwnReplacesThePassword() throws SQLException {
    try (var connection = DriverManager.getConnection(url(authority, portal), "portal", "");
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT ssl, version, current_user FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getBoolean(1)).isTrue();
      assertThat(row.getString(2)).isIn("TLSv1.2", "TLSv1.3");
      assertThat(row.getString(3)).isEqualTo("portal");
    }
  }

  @Test
  void whoShowsNoneOrAnothersIsNotLetIn() throws Exception {
    var strangers = another.issue("portal");
    var other = authority.issue("somebody");

    refused(url(authority, null));
    refused(url(authority, strangers));
    refused(url(authority, other));
    refused(database.jdbcUrl());
  }

  @Test
  void aDatabaseThatIsNotTheOneIsNotSpokenTo() {
    refused(url(another, portal));
    refused(url(authority, portal).replace("localhost", "127.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://db.stadt.ch/portal",
        "postgresql://db.stadt.ch/portal?sslmode=disable",
        "postgresql://db.stadt.ch/portal?sslmode=require",
        "postgresql://db.stadt.ch/portal?sslmode=verify-ca",
        "postgresql://localhost,db.stadt.ch/portal",
        "postgresql://10.0.0.7/portal",
        "postgresql://db.stadt.ch/portal?sslmode=verify-full"
            + "&sslfactory=org.postgresql.ssl.NonValidatingFactory",
        "postgresql://db.stadt.ch/portal?sslmode=verify-full&sslhostnameverifier=x.Anything",
        "mysql://db.stadt.ch/portal"
      })
  void anAddressElsewhereWithoutAllChecksIsRefused(String url) {
    assertThatThrownBy(() -> settings(url).server())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("DATABASE_URL")
        .hasMessageNotContaining("stadt.ch")
        .hasMessageNotContaining(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://db.stadt.ch/portal?sslmode=verify-full&sslrootcert=/etc/db.pem",
        "postgresql://db1.stadt.ch,db2.stadt.ch:5433/portal?sslmode=verify-full",
        "jdbc:postgresql://db.stadt.ch/portal?sslmode=verify-full"
            + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
        "postgresql://localhost:5432/portal",
        "postgresql://127.0.0.1/portal",
        "postgresql://[::1]/portal"
      })
  void withAllOfThemOrOnThisMachineItIsTaken(String url) {
    assertThatCode(() -> settings(url).server()).doesNotThrowAnyException();
  }

  private static DatabaseSettings settings(String url) {
    return new DatabaseSettings(url, "portal", SECRET, "", "", 2);
  }

  private String url(Authority trusted, Authority.@Nullable Issued own) {
    var url = database.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + trusted.certificate();
    return own == null
        ? url
        : url + "&sslcert=%s&sslkey=%s&pemKeyAlgorithm=EC".formatted(own.certificate(), own.key());
  }

  private static void refused(String url) {
    assertThatThrownBy(() -> DriverManager.getConnection(url, "portal", "").close())
        .isInstanceOf(SQLException.class);
  }
}
