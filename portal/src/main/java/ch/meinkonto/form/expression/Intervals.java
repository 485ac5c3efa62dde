package ch.meinkonto.form.expression;

import static ch.meinkonto.form.expression.Type.Plain.DATE;
import static ch.meinkonto.form.expression.Type.Plain.TRUTH;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code covers}: whether the items of a list, each from a day until a day, leave no day out. One
 * item may end the day before the next begins. What has no end yet lasts; what has no beginning is
 * no interval.
 */
final class Intervals {

  /** From the first day to the last, both of them in it. */
  private record Interval(LocalDate from, LocalDate until) {}

  private final Typed list;
  private final Typed from;
  private final Typed until;

  private Intervals(Typed list, Typed from, Typed until) {
    this.list = list;
    this.from = from;
    this.until = until;
  }

  static Typed covers(Syntax.Call call, Checker checker) {
    var list = checker.check(call.arguments().getFirst());
    if (!(list.type() instanceof Type.ListOf(var type, var max))
        || !(type instanceof Type.Compound item)) {
      throw new Mistake(call.position(), "covers needs a list of items with fields");
    }
    var inside = checker.inside(item);
    var intervals =
        new Intervals(
            list,
            inside.check(call.arguments().get(1), DATE),
            inside.check(call.arguments().get(2), DATE));
    var start = checker.check(call.arguments().get(3), DATE);
    var end = checker.check(call.arguments().get(4), DATE);
    return new Typed(
        TRUTH,
        scope -> intervals.cover(scope, start.code().run(scope), end.code().run(scope)),
        start.cost() + end.cost() + intervals.cost(Math.max(1, max)));
  }

  /** To walk through the items, and to put so many in order. */
  private long cost(int items) {
    var toSort = 32 - Integer.numberOfLeadingZeros(items);
    return 1 + list.cost() + items * (from.cost() + until.cost() + toSort + 1L);
  }

  private @Nullable Object cover(Scope scope, @Nullable Object start, @Nullable Object end) {
    return (start instanceof LocalDate first && end instanceof LocalDate last)
        ? leaveNoDayOut(intervals(scope, last), first, last)
        : null;
  }

  private List<Interval> intervals(Scope scope, LocalDate end) {
    return Values.list(list.code().run(scope)).stream()
        .flatMap(item -> interval(scope.inside(Values.fields(item)), end))
        .sorted(Comparator.comparing(Interval::from))
        .toList();
  }

  private Stream<Interval> interval(Scope item, LocalDate end) {
    return from.code().run(item) instanceof LocalDate first
        ? Stream.of(
            new Interval(first, until.code().run(item) instanceof LocalDate last ? last : end))
        : Stream.of();
  }

  private static boolean leaveNoDayOut(List<Interval> inOrder, LocalDate start, LocalDate end) {
    var open = start; // the first day that none of those before covers
    for (var interval : inOrder) {
      if (open.isAfter(end) || interval.from().isAfter(open)) {
        break;
      }
      if (!interval.until().isBefore(open)) {
        open = interval.until().plusDays(1);
      }
    }
    return open.isAfter(end);
  }
}
