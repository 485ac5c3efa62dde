package ch.meinkonto.bench;

import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Sealing;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.request.Requests;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/**
 * How many requests are sealed and durably stored in a second, each with receipt, thread, trust log
 * and event, on one machine with its database; and what they cost.
 */
final class IntakeScenario implements Bench.Scenario {

  private static final int ACCOUNTS = 500;
  private static final Duration LOOK = Duration.ofMillis(50);

  private record Round(double perSecond, double portal, double database) {}

  @Override
  public void run(Options options) throws Exception {
    var threads = options.get("threads", 12);
    var seconds = options.get("seconds", 7);
    var rounds = new Round[options.get("rounds", 3)];
    var waits = new TreeMap<String, Integer>();
    try (var around = Surroundings.start();
        var portal = PortalInside.start(around)) {
      var requests = portal.bean(Requests.class);
      var residents = Residents.register(portal, ACCOUNTS, "");
      Report.progress("warming up");
      Traffic.send(requests, residents, Surroundings.UNIT, threads, options.get("warm-up", 15));
      for (int number = 0; number < rounds.length; number++) {
        Report.progress("round %d of %d".formatted(number + 1, rounds.length));
        try (var _ = Watch.over(around, waits)) {
          rounds[number] = round(around, requests, residents, threads, seconds);
        }
      }
      report(rounds, waits, sealing(around), flush(around), threads);
    }
  }

  private static Round round(
      Surroundings around,
      Requests requests,
      List<Residents.Resident> residents,
      int threads,
      int seconds)
      throws Exception {
    var portal = ProcessorTime.of(ProcessHandle.current());
    var database = ProcessorTime.ofServer(around.server());
    var portalBefore = portal.getAsLong();
    var databaseBefore = database.getAsLong();
    var begin = System.nanoTime();
    var sent = Traffic.send(requests, residents, Surroundings.UNIT, threads, seconds);
    var took = System.nanoTime() - begin;
    return new Round(
        sent * 1e9 / took,
        (double) (portal.getAsLong() - portalBefore) / sent,
        (double) (database.getAsLong() - databaseBefore) / sent);
  }

  /** Processor time of sealing the two parts of a request, and nothing else. */
  private static double sealing(Surroundings around) {
    var key =
        around.unit().publicJwks().getKeys().stream()
            .filter(one -> KeyUse.ENCRYPTION.equals(one.getKeyUse()))
            .findFirst()
            .orElseThrow();
    var sealing = Sealing.forKey(key);
    var times = 2_000;
    var before = ProcessorTime.ofThisThread();
    for (int number = 0; number < times; number++) {
      var seal = sealing.forSubmission(new SubmissionId(UUID.randomUUID()));
      seal.seal(Part.DATA, "application/json", Residents.ANSWERS);
      seal.seal(Part.METADATA, "application/json", Residents.ANSWERS);
    }
    return (double) (ProcessorTime.ofThisThread() - before) / times;
  }

  /** How long this machine takes to write 8 KiB so that they stay. */
  private static double flush(Surroundings around) throws IOException {
    var times = new double[200];
    try (var file =
        FileChannel.open(
            around.folder().resolve("flush"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      for (int number = 0; number < times.length; number++) {
        var begin = System.nanoTime();
        file.write(ByteBuffer.allocate(8192), 0);
        file.force(false);
        times[number] = System.nanoTime() - begin;
      }
    }
    return Report.median(times);
  }

  private static void report(
      Round[] rounds, Map<String, Integer> waits, double sealing, double flush, int threads) {
    var perSecond = median(rounds, Round::perSecond);
    Report.row("requests per second, %d at once".formatted(threads), "%.0f".formatted(perSecond));
    Report.row(
        "processor time of the portal per request", Report.millis(median(rounds, Round::portal)));
    Report.row("  of which sealing two parts", Report.millis(sealing));
    Report.row(
        "processor time of PostgreSQL per request", Report.millis(median(rounds, Round::database)));
    var busy = perSecond * (median(rounds, Round::portal) + median(rounds, Round::database)) / 1e9;
    Report.row("cores kept busy by both", "%.2f".formatted(busy));
    Report.row("one flush to disk (8 KiB)", Report.millis(flush));
    Report.line("what the database's connections were at (looks):");
    waits.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(8)
        .forEach(wait -> Report.row("  " + wait.getKey(), wait.getValue()));
    Report.verdict("%.0f requests per second (target: at least 500)".formatted(perSecond));
  }

  private static double median(Round[] rounds, ToDoubleFunction<Round> figure) {
    return Report.median(Arrays.stream(rounds).mapToDouble(figure).toArray());
  }

  /** Looks again and again at what each connection of the portal does. */
  private record Watch(Thread thread) implements AutoCloseable {

    static Watch over(Surroundings around, Map<String, Integer> waits) {
      return new Watch(Thread.ofPlatform().start(() -> look(around, waits)));
    }

    private static void look(Surroundings around, Map<String, Integer> waits) {
      try (var connection = around.connect();
          var query =
              connection.prepareStatement(
                  """
                  SELECT CASE WHEN state <> 'active' THEN state || ' (the portal works)'
                              ELSE coalesce(wait_event_type || ' ' || wait_event, 'working') END
                  FROM pg_stat_activity
                  WHERE application_name = 'mein-konto' AND state <> 'idle'
                  """)) {
        while (!Thread.currentThread().isInterrupted()) {
          try (var rows = query.executeQuery()) {
            while (rows.next()) {
              waits.merge(rows.getString(1), 1, Integer::sum);
            }
          }
          LockSupport.parkNanos(LOOK.toNanos());
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws InterruptedException {
      thread.interrupt();
      thread.join();
    }
  }
}
