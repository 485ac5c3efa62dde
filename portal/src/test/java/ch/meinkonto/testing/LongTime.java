package ch.meinkonto.testing;

import static org.awaitility.Awaitility.await;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.database.EmbeddedDatabase;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A portal of its own in which years may pass; its timed work is done by db-scheduler, at the
 * moment that a test wants.
 */
public final class LongTime {

  /** The address of those who run the portal. */
  public static final String OPERATORS = "betrieb@long-time.example";

  private static final Path FOLDER = Path.of("target/long-time");
  private static final String WAITING =
      " WHERE task_name = ? AND task_instance = 'recurring' AND NOT picked";

  private static final UnitKeys OFFICE = UnitKeys.generate("amt-1");
  private static final EmbeddedDatabase DATABASE = database();
  private static final RunningPortal PORTAL =
      RunningPortal.start(
          DATABASE,
          FOLDER.resolve("data"),
          RunningPortal.freePort(),
          List.of(),
          "--meinkonto.delivery.operators=" + OPERATORS);

  private LongTime() {}

  /** The portal. */
  public static RunningPortal portal() {
    return PORTAL;
  }

  /** A bean of the portal. */
  public static <T> T bean(Class<T> type) {
    return PORTAL.bean(type);
  }

  /** The time, as the portal sees it. */
  public static TickingClock clock() {
    return bean(TickingClock.class);
  }

  /** Lets time pass and a recurring task run then. */
  public static void tick(Duration duration, String task) {
    clock().tick(duration);
    run(task);
  }

  /** Makes a recurring task due and waits until it went well. */
  public static void run(String task) {
    var now = OffsetDateTime.ofInstant(clock().instant(), ZoneOffset.UTC);
    await(task)
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            bean(JdbcClient.class)
                    .sql("UPDATE scheduled_tasks SET execution_time = ?" + WAITING)
                    .params(now, task)
                    .update()
                == 1);
    bean(Scheduler.class).triggerCheckForDueExecutions();
    await(task)
        .atMost(Duration.ofSeconds(20))
        .until(() -> rows("scheduled_tasks" + WAITING + " AND last_success >= ?", task, now) == 1);
  }

  /** How many rows these are. */
  public static int rows(String where, Object... values) {
    return bean(JdbcClient.class)
        .sql("SELECT count(*) FROM " + where)
        .params(values)
        .query(Integer.class)
        .single();
  }

  /** The system of the only office that can receive. */
  public static Unit office() {
    return Unit.connect(UnitSettings.of(PORTAL.address(), OFFICE).withClock(clock()));
  }

  /** Maya Keller has an account. */
  public static AccountId maya() {
    return Residents.register(PORTAL, "Maya", "Keller");
  }

  /** Anna Keller, with an account, sends the office a request. */
  public static RequestEnvelope annaSends() {
    return Residents.annaSends(PORTAL, OFFICE);
  }

  private static EmbeddedDatabase database() {
    var database = TestDatabase.start(FOLDER, () -> PORTAL.close());
    try {
      OFFICE.writePublic(FOLDER.resolve("data/unit-keys").resolve(OFFICE.unitId() + ".jwks.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return database;
  }
}
