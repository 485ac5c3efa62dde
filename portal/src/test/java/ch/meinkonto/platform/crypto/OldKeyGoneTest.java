package ch.meinkonto.platform.crypto;

import static ch.meinkonto.platform.crypto.RotateMasterKeyCommand.REMOVE_OLD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.AccountKind;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.EmailCodes;
import ch.meinkonto.account.NewAccount;
import ch.meinkonto.account.PersonName;
import ch.meinkonto.notification.Notice;
import ch.meinkonto.notification.Notifications;
import ch.meinkonto.platform.Command;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.database.EmbeddedDatabase;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.RunningPortal;
import ch.meinkonto.testing.TickingClock;
import ch.meinkonto.trust.TrustLog;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A portal starts with only the new master key, and everything in the database opens. */
class OldKeyGoneTest {

  private static final Path FOLDER = Path.of("target/old-key-gone");
  private static final EmailCodes.Purpose CODE = new EmailCodes.Purpose("test", 6);
  private static final EmailAddress MAYA =
      EmailAddress.parse("maya.newkey@example.org").orElseThrow();

  @Test
  void everythingOpensUnderTheNewKeyAlone() throws IOException {
    FileSystemUtils.deleteRecursively(FOLDER);
    try (var database = EmbeddedDatabase.start(FOLDER.resolve("postgres"))) {
      AccountId maya;
      String signing;
      String waiting;
      MasterKey oldKey;
      try (var portal = start(database)) {
        maya = open(portal, "Maya", MAYA);
        var beat = EmailAddress.parse("beat.leaves@example.org").orElseThrow();
        portal.bean(Accounts.class).close(open(portal, "Beat", beat));
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> count(portal, "trust_entry WHERE sequence IS NULL") == 0);
        portal.bean(Scheduler.class).pause(); // no mail goes out
        portal
            .bean(Notifications.class)
            .tell(
                new Notice(
                    "registration-code", MAYA.value(), Locale.GERMAN, Map.of("code", "123456")));
        waiting = portal.bean(EmailCodes.class).begin(CODE, "waits".getBytes(UTF_8)).token();
        signing = portal.bean(SigningKeys.class).published().toString();
        oldKey = MasterKey.parse(Files.readString(file(portal)));
        assertThat(columnsUnder(oldKey, portal))
            .containsExactlyInAnyOrder(
                "account.data_key",
                "account_email_code.sealed",
                "notification_outbox.sealed",
                "platform_secret.sealed",
                "trust_entry.sealed");

        assertThat(command(portal).run(List.of())).isZero();
        assertThat(columnsUnder(oldKey, portal)).isEmpty();
        assertThat(command(portal).run(List.of(REMOVE_OLD))).isZero();
        assertThat(Files.readString(file(portal))).containsOnlyOnce("keyData");
      }

      try (var portal = start(database)) {
        assertThat(portal.bean(Accounts.class).byEmail(MAYA)).contains(maya);
        assertThat(portal.bean(Accounts.class).find(maya).orElseThrow().name().given())
            .isEqualTo("Maya");
        assertThat(portal.bean(TrustLog.class).all(maya.value())).isNotEmpty();
        assertThat(portal.bean(EmailCodes.class).waiting(CODE, waiting).orElseThrow())
            .asString(UTF_8)
            .isEqualTo("waits");
        assertThat(portal.bean(SigningKeys.class).published()).hasToString(signing);
        assertThat(verifyTrustLog(portal).run(List.of())).isZero();
        assertThat(new Mailbox().awaitMail(MAYA.value(), "Code").text()).contains("123456");
      }
    }
  }

  private static RunningPortal start(EmbeddedDatabase database) {
    return RunningPortal.start(
        database, FOLDER.resolve("data"), RunningPortal.freePort(), List.of());
  }

  private static RotateMasterKeyCommand command(RunningPortal portal) {
    var clock = new TickingClock();
    return new RotateMasterKeyCommand(
        portal.bean(PortalSettings.class),
        portal.bean(MasterKey.class),
        portal.bean(Resealing.class),
        portal.bean(RotationLock.class),
        clock,
        clock::tick);
  }

  private static Command verifyTrustLog(RunningPortal portal) {
    return portal.beans(Command.class).stream()
        .filter(command -> command.name().equals("verify-trust-log"))
        .findFirst()
        .orElseThrow();
  }

  private static Path file(RunningPortal portal) {
    return MasterKeySource.file(portal.bean(PortalSettings.class));
  }

  private static AccountId open(RunningPortal portal, String given, EmailAddress email) {
    return portal
        .bean(Accounts.class)
        .open(
            new NewAccount(
                AccountKind.PRIVATE, new PersonName(given, "Keller"), null, email, Locale.GERMAN));
  }

  /** All columns of the database with a value that was sealed under this key. */
  private static List<String> columnsUnder(MasterKey key, RunningPortal portal) {
    record Column(String table, String name) {}
    return portal
        .bean(JdbcClient.class)
        .sql(
            """
            SELECT table_name AS "table", column_name AS name FROM information_schema.columns
            WHERE table_schema = 'public' AND data_type = 'bytea'
            """)
        .query(Column.class)
        .list()
        .stream()
        .filter(column ->
            count(
                    portal,
                    "%s WHERE encode(substring(%s FROM 1 FOR 5), 'hex') = '%s'"
                        .formatted(
                            column.table(),
                            column.name(),
                            HexFormat.of().formatHex(key.newestMark())))
                > 0)
        .map(column -> column.table() + "." + column.name())
        .toList();
  }

  private static long count(RunningPortal portal, String rows) {
    return portal
        .bean(JdbcClient.class)
        .sql("SELECT count(*) FROM " + rows)
        .query(Long.class)
        .single();
  }
}
