package ch.meinkonto.bench;

import static java.util.Objects.requireNonNull;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.request.Requests;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** What residents send at once, and how long it takes to its units. */
record Traffic(
    PortalInside portal, List<Residents.Resident> residents, Browser browser, Options options) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int AT_ONCE = 8;
  private static final String PAGE = "/dienste/" + Surroundings.SERVICE;

  /** Requests in a second: stored, and taken by their unit. */
  record Flow(double taken, double through) {}

  /**
   * Nanoseconds.
   *
   * @param unit from stored to opened by its unit
   * @param page a page, asked for as often
   * @param heap megabytes in use afterwards
   */
  record Delays(double[] unit, double[] page, double heap) {}

  Traffic(PortalInside portal, List<Residents.Resident> residents, Options options) {
    this(portal, residents, new Browser(portal.address()), options);
  }

  /** As many as can be, to one unit. */
  Flow flow(Office office, int seconds) throws Exception {
    return flow(office.id(), Residents.ORDER, () -> office.arrivals().size(), seconds);
  }

  /**
   * As many as can be, to one unit.
   *
   * @param taken how many it has taken up to now
   */
  Flow flow(String unit, Residents.Content content, IntSupplier taken, int seconds)
      throws Exception {
    var before = taken.getAsInt();
    var begin = System.nanoTime();
    var sent =
        send(
            portal.bean(Requests.class),
            residents,
            unit,
            content,
            options.get("threads", 12),
            seconds);
    var took = System.nanoTime() - begin;
    await(unit, taken, before + sent);
    return new Flow(sent * 1e9 / took, sent * 1e9 / (System.nanoTime() - begin));
  }

  /** Sends as many orders as can be; gives how many. */
  static int send(
      Requests requests, List<Residents.Resident> residents, String unit, int threads, int seconds)
      throws Exception {
    return send(requests, residents, unit, Residents.ORDER, threads, seconds);
  }

  private static int send(
      Requests requests,
      List<Residents.Resident> residents,
      String unit,
      Residents.Content content,
      int threads,
      int seconds)
      throws Exception {
    var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    var sent = new AtomicInteger();
    Callable<Void> sender =
        () -> {
          while (System.nanoTime() < end) {
            Residents.send(
                requests, residents.get(sent.getAndIncrement() % residents.size()), unit, content);
          }
          return null;
        };
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var one : pool.invokeAll(Collections.nCopies(threads, sender))) {
        one.get();
      }
    }
    return sent.get();
  }

  private Residents.Resident next(int number) {
    return residents.get(number % residents.size());
  }

  /** Fails when nothing comes any more. */
  private static void await(String unit, IntSupplier taken, int number) {
    var last = taken.getAsInt();
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (last < number) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      var now = taken.getAsInt();
      if (now > last) {
        last = now;
        end = System.nanoTime() + PATIENCE.toNanos();
      } else if (System.nanoTime() > end) {
        throw new IllegalStateException("%s has got %d of %d".formatted(unit, now, number));
      }
    }
  }

  /** So many a second to the healthy, and as many in all to those that are down. */
  Delays delays(List<Office> healthy, List<Office> down, int seconds) throws Exception {
    var pace = Duration.ofSeconds(1).dividedBy(options.get("per-second", 40));
    var times = options.get("per-second", 40) * seconds;
    var stored = new ConcurrentHashMap<RequestId, Long>();
    var pages = new ConcurrentLinkedQueue<Double>();
    var expected = new ArrayList<Integer>();
    healthy.forEach(office -> expected.add(office.arrivals().size()));
    try (var pool = Executors.newScheduledThreadPool(AT_ONCE)) {
      var doing = new ArrayList<Future<?>>();
      for (int number = 0; number < times; number++) {
        var turn = number;
        var at = pace.multipliedBy(number).toNanos();
        var index = number % healthy.size();
        expected.set(index, expected.get(index) + 1);
        Callable<?> toHealthy = () -> stored.put(send(turn, healthy.get(index)), System.nanoTime());
        doing.add(pool.schedule(toHealthy, at, TimeUnit.NANOSECONDS));
        doing.add(pool.schedule(() -> look(pages), at, TimeUnit.NANOSECONDS));
        if (!down.isEmpty()) {
          Callable<?> toDown = () -> send(turn, down.get(turn % down.size()));
          doing.add(pool.schedule(toDown, at, TimeUnit.NANOSECONDS));
        }
      }
      for (var one : doing) {
        one.get();
      }
    }
    for (int index = 0; index < healthy.size(); index++) {
      var office = healthy.get(index);
      await(office.id(), () -> office.arrivals().size(), expected.get(index));
    }
    var delays =
        healthy.stream()
            .flatMap(office -> office.arrivals().entrySet().stream())
            .filter(arrival -> stored.containsKey(arrival.getKey()))
            .mapToDouble(arrival ->
                Math.max(0, arrival.getValue() - requireNonNull(stored.get(arrival.getKey()))))
            .toArray();
    return new Delays(delays, array(pages), heap());
  }

  private RequestId send(int number, Office office) {
    return Residents.send(portal.bean(Requests.class), next(number), office.id());
  }

  private void look(Queue<Double> pages) {
    var begin = System.nanoTime();
    browser.get(PAGE, "");
    pages.add((double) (System.nanoTime() - begin));
  }

  private static double[] array(Queue<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What is left after the garbage is gone. */
  private static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }
}
