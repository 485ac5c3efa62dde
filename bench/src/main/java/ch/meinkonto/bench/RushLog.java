package ch.meinkonto.bench;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What happens in a rush, and when. */
final class RushLog {

  private static final double SECOND = 1e9;

  /** What is asked for. */
  enum Page {
    LIST("list of courses"),
    OFFER("course"),
    RESERVE("reserve"),
    STEP("step of the form"),
    SAVE("fill in a step"),
    CHECK("check"),
    SEND("send"),
    SENT("confirmation"),
    ROOM("waiting room"),
    LOGIN("log in"),
    ELSE("a page of somebody else");

    private static final Set<Page> INSIDE = EnumSet.range(LIST, SENT);

    private final String title;

    Page(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    /** Those of who was admitted. */
    static Set<Page> inside() {
      return INSIDE;
    }
  }

  /** What somebody gets to. */
  enum Step {
    CAME,
    IN,
    FULL,
    RESERVED,
    BOOKED,
    SAYS_BOOKED,
    LEFT_WAITING,
    NO_ANSWER,
    ERROR_PAGE,
    LOST_HOLD,
    STUCK
  }

  private record Took(Page page, double second, double nanos) {}

  private record Done(Step step, double second) {}

  private final long begin = System.nanoTime();
  private final Collection<Took> took = new ConcurrentLinkedQueue<>();
  private final Collection<Done> done = new ConcurrentLinkedQueue<>();
  private final Collection<String> faults = new ConcurrentLinkedQueue<>();

  /** A page took from then until now. */
  void took(Page page, long since) {
    took.add(new Took(page, second(since), (double) (System.nanoTime() - since)));
  }

  void note(Step step) {
    done.add(new Done(step, now()));
  }

  /** The same, with what one reads of it. */
  void note(Step step, String fault) {
    note(step);
    faults.add("%.0f s: %s %s".formatted(now(), step, fault));
  }

  /** Seconds since it began. */
  double now() {
    return second(System.nanoTime());
  }

  private double second(long nanoTime) {
    return (double) (nanoTime - begin) / SECOND;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  int count(Step step) {
    return (int) done.stream().filter(one -> one.step == step).count();
  }

  /** How often in these seconds, the last one excluded. */
  int count(Step step, double from, double to) {
    return (int)
        done.stream()
            .filter(one -> one.step == step && one.second >= from && one.second < to)
            .count();
  }

  /** How long these pages took, in nanoseconds. */
  double[] times(Set<Page> pages) {
    return times(pages, 0, Double.MAX_VALUE);
  }

  /** The same, of those that were asked for in these seconds. */
  double[] times(Set<Page> pages, double from, double to) {
    return took.stream()
        .filter(one -> pages.contains(one.page) && one.second >= from && one.second < to)
        .mapToDouble(Took::nanos)
        .toArray();
  }
}
