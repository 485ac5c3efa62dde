package ch.meinkonto.bench;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Unit;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.unit.UnitKeys;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * How many requests come through to their units in a second, channel by channel, and how long one
 * takes to a healthy unit: alone, while ten other units are down, and while a hundred thousand wait
 * for one of them. Portal, database, units and bench share one machine. {@code --channel} measures
 * only one channel.
 */
final class HubScenario implements Bench.Scenario {

  private static final int ACCOUNTS = 500;
  private static final int DOWN = 10;
  private static final String PULL = "pull";
  private static final String PUSH = "push";
  private static final List<String> CONTRACT = List.of(PULL, PUSH);

  @Override
  public void run(Options options) throws Exception {
    var only = options.text("channel");
    var served = Served.ALL.stream().filter(one -> wanted(one.kind(), only)).toList();
    var contract = CONTRACT.stream().anyMatch(kind -> wanted(kind, only));
    if (served.isEmpty() && !contract) {
      throw new IllegalArgumentException("There is no channel " + only.orElseThrow());
    }
    Report.row("full speed, per second", "taken in", "end to end");
    if (!served.isEmpty()) {
      byTheConnector(served, options);
    }
    if (contract) {
      onTheContract(only, options);
    }
  }

  private static boolean wanted(String kind, Optional<String> only) {
    return only.isEmpty() || only.get().equals(kind);
  }

  /** To units whose systems do not know the contract. */
  private static void byTheConnector(List<Served> served, Options options) throws Exception {
    var seconds = options.get("channel-seconds", 5);
    try (var around = Surroundings.start();
        var portal = PortalInside.start(around);
        var units = ServedUnits.start(around, portal, served)) {
      var run = new Traffic(portal, Residents.register(portal, ACCOUNTS, ""), options);
      for (var one : served) {
        Report.progress("warming up: " + one.kind());
        units.flow(run, one, options.get("channel-warm-up", 5));
        show(one.kind(), units.flow(run, one, seconds), served.size() == 1);
      }
    }
  }

  /** To units whose systems speak the contract. */
  private static void onTheContract(Optional<String> only, Options options) throws Exception {
    var seconds = options.get("seconds", 20);
    try (var around = Surroundings.start();
        var portal = PortalInside.start(around)) {
      var residents = Residents.register(portal, ACCOUNTS, "");
      var units = units(portal);
      var address = portal.address();
      try (var pulling = Office.pulling(around.unit(), address);
          var pushed = Office.pushed(around, UnitKeys.generate(units.removeFirst()), address)) {
        awaitKeys(portal, pushed);
        var run = new Traffic(portal, residents, options);
        var offices = Map.of(PULL, pulling, PUSH, pushed);
        for (var kind : CONTRACT.stream().filter(one -> wanted(one, only)).toList()) {
          Report.progress("warming up: " + kind);
          var office = Objects.requireNonNull(offices.get(kind));
          run.flow(office, options.get("warm-up", 15));
          show(kind, run.flow(office, seconds), only.isPresent());
        }
        if (only.isPresent()) {
          return;
        }
        var quiet = run.delays(List.of(pulling, pushed), List.of(), seconds);
        try (var down = Down.open(around, portal, units, address)) {
          var troubled = run.delays(List.of(pulling, pushed), down.offices(), seconds);
          Backlog.fill(around, down.offices().getFirst().id(), options.get("backlog", 100_000));
          var burdened = run.delays(List.of(pulling, pushed), down.offices(), seconds);
          report(quiet, troubled, burdened, options);
        }
      }
    }
  }

  private static void show(String kind, Traffic.Flow flow, boolean last) {
    Report.row("  " + kind, "%.0f".formatted(flow.taken()), "%.0f".formatted(flow.through()));
    if (last) {
      Report.verdict(
          "%s: %.0f requests a second taken in, %.0f from end to end"
              .formatted(kind, flow.taken(), flow.through()));
    }
  }

  /** All units of the city but the one that pulls. */
  private static List<String> units(PortalInside portal) {
    return new ArrayList<>(
        portal.bean(Directory.class).organisation().units().stream()
            .map(Unit::id)
            .map(UnitId::value)
            .filter(unit -> !unit.equals(Surroundings.UNIT))
            .limit(DOWN + 1)
            .toList());
  }

  /** The portal watches the folder of the units' keys. */
  private static void awaitKeys(PortalInside portal, Office office) {
    var keys = portal.bean(ch.meinkonto.directory.UnitKeys.class);
    var unit = new UnitId(office.id());
    while (keys.sealingKey(unit).isEmpty() || keys.pushTo(unit).isEmpty()) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static void report(
      Traffic.Delays quiet, Traffic.Delays troubled, Traffic.Delays burdened, Options options) {
    Report.row("from stored to opened by its unit", "p50", "p95", "p99");
    delays("  nobody is down", quiet.unit());
    delays("  %d others are down".formatted(DOWN), troubled.unit());
    delays("  and %,d wait for one".formatted(options.get("backlog", 100_000)), burdened.unit());
    Report.row("a service page meanwhile", "p50", "p95", "p99");
    delays("  nobody is down", quiet.page());
    delays("  %d others are down".formatted(DOWN), troubled.page());
    delays("  and %,d wait for one".formatted(options.get("backlog", 100_000)), burdened.page());
    Report.row(
        "memory in use after each, megabytes",
        "%.0f".formatted(quiet.heap()),
        "%.0f".formatted(troubled.heap()),
        "%.0f".formatted(burdened.heap()));
    Report.verdict(
        "p95 to a healthy unit %s while %d others are down and %,d requests wait (target: under 1 s), %s of what it is when nobody is down"
            .formatted(
                Report.millis(Report.percentile(burdened.unit(), 95)),
                DOWN,
                options.get("backlog", 100_000),
                Report.times(
                    Report.percentile(burdened.unit(), 95) / Report.percentile(quiet.unit(), 95))));
  }

  private static void delays(String name, double[] nanos) {
    Report.row(
        name,
        Report.millis(Report.percentile(nanos, 50)),
        Report.millis(Report.percentile(nanos, 95)),
        Report.millis(Report.percentile(nanos, 99)));
  }

  /** Units that do not take what comes: half of them answer with a fault, half not at all. */
  private record Down(List<Office> offices) implements AutoCloseable {

    static Down open(Surroundings around, PortalInside portal, List<String> units, URI address)
        throws IOException {
      var offices = new ArrayList<Office>();
      for (var unit : units) {
        var keys = UnitKeys.generate(unit);
        var office =
            offices.size() % 2 == 0
                ? Office.hanging(around, keys, address)
                : Office.broken(around, keys, address);
        offices.add(office);
        awaitKeys(portal, office);
      }
      return new Down(offices);
    }

    @Override
    public void close() {
      offices.forEach(Office::close);
    }
  }
}
