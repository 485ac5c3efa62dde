package ch.meinkonto.bench;

import ch.meinkonto.bench.RushLog.Page;
import ch.meinkonto.bench.RushLog.Step;
import ch.meinkonto.contract.RequestId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people read, what the portal's database says, and what the unit has: all of it has to agree.
 *
 * @param requests those of this rush, in the database
 * @param before those from before
 */
record RushReport(
    Played played,
    Set<UUID> requests,
    Set<UUID> before,
    List<RushBooks.Course> courses,
    CourseOffice office) {

  /** For 95 of 100 pages of who was let in. */
  static final double TARGET_MILLIS = 300;

  private static final int SHOWN_FAULTS = 12;

  /**
   * A rush.
   *
   * @param ends what came of each person
   * @param seconds how long it took until nobody was left
   */
  record Played(RushLog log, List<Buyer.End> ends, double seconds) {

    private int count(Class<? extends Buyer.End> end) {
      return (int) ends.stream().filter(end::isInstance).count();
    }

    private Set<UUID> booked() {
      return ends.stream()
          .flatMap(end ->
              end instanceof Buyer.End.Booked(var request)
                  ? Stream.of(request)
                  : Stream.<UUID>empty())
          .collect(Collectors.toSet());
    }
  }

  void print(int comeWithin) {
    Report.line("Nothing is paid before sending: the payment provider is not what is measured.");
    people(comeWithin);
    places();
    requests(played.booked());
    pages();
    verdict(played.booked());
  }

  private void people(int comeWithin) {
    Report.row("people who come within %d s".formatted(comeWithin), count(Step.CAME));
    Report.row("  let in", count(Step.IN));
    Report.row("  still waiting at the end", count(Step.LEFT_WAITING));
    Report.row("  for whom nothing helps", played.count(Buyer.End.Stuck.class));
    Report.row("until nobody was left", "%.0f s".formatted(played.seconds));
    Report.row("error pages", count(Step.ERROR_PAGE));
    Report.row("requests without an answer, sent again", count(Step.NO_ANSWER));
    played.log.faults().stream().limit(SHOWN_FAULTS).forEach(fault -> Report.line("    " + fault));
  }

  private void places() {
    Report.row("places, in %d courses".formatted(courses.size()), sum(RushBooks.Course::capacity));
    Report.row("  taken, as the portal counts", sum(RushBooks.Course::taken));
    Report.row("  held by who has not sent", sum(RushBooks.Course::held));
    Report.row("  courses oversold", oversold());
    Report.row("  courses of which it counts other places", miscounted());
    Report.row("told before reserving that it is full", count(Step.FULL));
    Report.row("reserved", count(Step.RESERVED));
    Report.row("  told afterwards that it is full", played.count(Buyer.End.LostHold.class));
  }

  private void requests(Set<UUID> booked) {
    Report.row("booked, as people read", booked.size());
    Report.row("  of them with the course and its times", count(Step.SAYS_BOOKED));
    Report.row("requests in the database", requests.size());
    Report.row("requests that the unit has taken", taken().size());
    Report.row("  that came to it more than once", office.again());
  }

  private void pages() {
    Report.row("how long it takes, seen by the browser", "p50", "p95", "p99", "pages");
    row("all pages of who was let in", played.log.times(Page.inside()));
    for (var page : Page.values()) {
      row("  " + page.title(), played.log.times(Set.of(page)));
    }
  }

  private static void row(String title, double[] took) {
    if (took.length > 0) {
      Report.row(
          title,
          Report.millis(Report.percentile(took, 50)),
          Report.millis(Report.percentile(took, 95)),
          Report.millis(Report.percentile(took, 99)),
          took.length);
    }
  }

  private void verdict(Set<UUID> booked) {
    var inside = played.log.times(Page.inside());
    Report.verdict(
        "%s of %s people let in, %,d have booked %,d places; %d error pages, "
                .formatted(
                    count(Step.IN),
                    count(Step.CAME),
                    booked.size(),
                    sum(RushBooks.Course::capacity),
                    played.log.count(Step.ERROR_PAGE))
            + "%d courses oversold, %d holds lost, each booking %s; pages of who was let in take %s at p95 (target: under %.0f ms)"
                .formatted(
                    oversold(),
                    played.count(Buyer.End.LostHold.class),
                    booked.equals(requests) && booked.equals(taken())
                        ? "is with its unit once"
                        : "IS NOT with its unit once",
                    inside.length == 0 ? "–" : Report.millis(Report.percentile(inside, 95)),
                    TARGET_MILLIS));
  }

  private String count(Step step) {
    return "%,d".formatted(played.log.count(step));
  }

  private Set<UUID> taken() {
    return office.taken().stream()
        .map(RequestId::value)
        .filter(request -> !before.contains(request))
        .collect(Collectors.toSet());
  }

  private long oversold() {
    return courses.stream()
        .filter(one -> Math.max(one.taken(), office.places(one.id())) > one.capacity())
        .count();
  }

  /** Those of which the portal counts other places than were booked and are held. */
  private long miscounted() {
    return courses.stream()
        .filter(one -> one.taken() != office.places(one.id()) + one.held())
        .count();
  }

  private int sum(ToIntFunction<RushBooks.Course> number) {
    return courses.stream().mapToInt(number).sum();
  }
}
