package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.platform.database.EmbeddedDatabase;
import ch.meinkonto.platform.memory.NodeMemories;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.RunningPortal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Two nodes on one database, each remembering who is logged in. */
class TwoNodesTest {

  private static final Path FOLDER = Path.of("target/two-nodes");
  private static final String HEARERS =
      "FROM pg_stat_activity WHERE query LIKE 'LISTEN portal_memory%' AND pid <> pg_backend_pid()";

  private static EmbeddedDatabase database;
  private static RunningPortal one;
  private static RunningPortal other;

  private Resident maya;
  private Browser elsewhere;

  @BeforeAll
  static void twoNodesRun() throws IOException {
    FileSystemUtils.deleteRecursively(FOLDER);
    database = EmbeddedDatabase.start(FOLDER.resolve("postgres"));
    one = node();
    other = node();
  }

  @AfterAll
  static void stop() {
    other.close();
    one.close();
    database.close();
  }

  @BeforeEach
  void mayaIsLoggedInAtBoth() {
    maya = Resident.named("Maya", "Keller", one.address().getPort());
    maya.register(new Mailbox());
    elsewhere = new Browser(other.address().getPort());
    elsewhere.plant("mk-session", maya.browser().cookie("mk-session").orElseThrow());
    awaitHearing();
    assertThat(elsewhere.get("/konto").status()).isEqualTo(200);
  }

  @Test
  void aPageThatIsLookedAtAgainAsksForNoSession() {
    maya.browser().get("/konto");
    var before = sessionReads();
    for (int page = 0; page < 20; page++) {
      assertThat(maya.browser().get("/konto").status()).isEqualTo(200);
      assertThat(elsewhere.get("/konto").status()).isEqualTo(200);
    }

    assertThat(sessionReads() - before).isLessThan(20);
  }

  @Test
  void whoLogsOutAtOneIsLoggedOutAtTheOther() {
    maya.browser().submit("/konto", "/abmelden", Map.of());

    await().atMost(Duration.ofSeconds(5)).until(() -> elsewhere.get("/konto").status() == 302);
  }

  @Test
  void aNodeThatHearsNothingAsksTheDatabase() {
    cutOff();
    maya.browser().submit("/konto", "/abmelden", Map.of());

    await().atMost(Duration.ofSeconds(5)).until(() -> elsewhere.get("/konto").status() == 302);
  }

  @Test
  void aNodeThatWasCutOffHearsAgain() {
    cutOff();
    awaitHearing();
    maya.in(new Browser(one.address().getPort())).logIn();
    maya.browser().submit("/konto", "/abmelden", Map.of());

    await().atMost(Duration.ofSeconds(5)).until(() -> elsewhere.get("/konto").status() == 302);
  }

  private static void cutOff() {
    assertThat(
            jdbc().sql("SELECT pg_terminate_backend(pid) " + HEARERS).query(Boolean.class).list())
        .hasSize(2);
  }

  private static void awaitHearing() {
    await().atMost(Duration.ofSeconds(20)).until(() -> hears(one) && hears(other));
  }

  private static boolean hears(RunningPortal portal) {
    return portal.bean(NodeMemories.class).hears();
  }

  /** How often an index of the sessions was looked into, since the database began. */
  private static long sessionReads() {
    jdbc().sql("SELECT pg_stat_force_next_flush()").query().listOfRows();
    return jdbc()
        .sql(
            "SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = 'spring_session_by_id'")
        .query(Long.class)
        .single();
  }

  private static JdbcClient jdbc() {
    return one.bean(JdbcClient.class);
  }

  private static RunningPortal node() {
    return RunningPortal.start(
        database, FOLDER.resolve("data"), RunningPortal.freePort(), List.of());
  }
}
