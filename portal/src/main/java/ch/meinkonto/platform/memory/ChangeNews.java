package ch.meinkonto.platform.memory;

import ch.meinkonto.platform.database.DatabaseServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the other nodes what changed, and hears it from them, through the database ({@code LISTEN},
 * {@code NOTIFY}). A node believes that it hears as long as its own beats come back to it on the
 * same way; a pooler that loses notifications is noticed by that.
 *
 * <p>What changed is told after the commit, many at once: a {@code NOTIFY} within makes commits
 * wait for each other. A node that is killed in between leaves the others to forget by time.
 */
@Component
@ConditionalOnWebApplication
class ChangeNews implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ChangeNews.class);
  private static final String CHANNEL = "portal_memory";
  private static final String BEAT = "-";
  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);
  private static final int LOOK_MILLIS = 500;

  private final DatabaseServer database;
  private final JdbcClient jdbc;
  private final NodeMemories memories;
  private final String self = UUID.randomUUID().toString();
  private volatile boolean running;
  private boolean warned;
  private @Nullable Thread teller;
  private @Nullable Thread hearer;

  ChangeNews(DatabaseServer database, JdbcClient jdbc, NodeMemories memories) {
    this.database = database;
    this.jdbc = jdbc;
    this.memories = memories;
  }

  @Override
  public void start() {
    running = true;
    teller = Thread.ofVirtual().name("memory-teller").start(this::tellAll);
    hearer = Thread.ofVirtual().name("memory-hearer").start(this::hearAlways);
  }

  private void tellAll() {
    while (running) {
      try {
        var changes = memories.untold();
        jdbc.sql("SELECT count(pg_notify(:channel, news)) FROM unnest(:news::text[]) AS news")
            .param("channel", CHANNEL)
            .param(
                "news",
                changes.stream()
                    .map(change -> self + " " + change.memory() + " " + change.key())
                    .distinct()
                    .toArray(String[]::new))
            .query(Long.class)
            .single();
      } catch (InterruptedException e) {
        return;
      } catch (DataAccessException e) {
        log.warn(
            "Other nodes do not hear what changed here; they forget it within a minute: {}",
            e.getMessage());
      }
    }
  }

  private void hearAlways() {
    while (running) {
      try (var connection = database.connect()) {
        hear(connection);
      } catch (SQLException e) {
        memories.hearNothing();
        if (running && !warned) {
          warned = true;
          log.warn(
              "What changes at other nodes is not heard, so every page asks the database; trying"
                  + " again each second: {}",
              e.getMessage());
        }
        pause();
      }
    }
    memories.hearNothing();
  }

  private void hear(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("LISTEN " + CHANNEL);
    }
    var notifications = connection.unwrap(PGConnection.class);
    var lastEcho = System.nanoTime();
    var nextBeat = lastEcho;
    while (running) {
      if (System.nanoTime() - nextBeat >= 0) {
        memories.tell(BEAT, BEAT);
        nextBeat += BETWEEN_BEATS.toNanos();
      }
      for (var notification : notifications.getNotifications(LOOK_MILLIS)) {
        if (heard(notification)) {
          lastEcho = System.nanoTime();
          hearing();
        }
      }
      if (System.nanoTime() - lastEcho > SILENCE.toNanos()) {
        throw new SQLException("This node's own notifications do not come back");
      }
    }
  }

  private void hearing() {
    memories.hear();
    if (warned) {
      warned = false;
      log.info("What changes at other nodes is heard again");
    }
  }

  /** Whether it was this node's own beat. What else comes from itself it knows already. */
  private boolean heard(PGNotification notification) {
    var words = notification.getParameter().split(" ", 3);
    if (words.length != 3) {
      return false;
    }
    if (words[0].equals(self)) {
      return words[1].equals(BEAT);
    }
    memories.forget(new NodeMemories.Change(words[1], words[2]));
    return false;
  }

  private void pause() {
    try {
      Thread.sleep(BEFORE_NEXT_TRY);
    } catch (InterruptedException e) {
      running = false;
    }
  }

  @Override
  public void stop() {
    running = false;
    for (var thread : new Thread[] {teller, hearer}) {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
