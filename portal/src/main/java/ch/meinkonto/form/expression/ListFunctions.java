package ch.meinkonto.form.expression;

import static ch.meinkonto.form.expression.Type.Plain.NUMBER;
import static ch.meinkonto.form.expression.Type.Plain.TRUTH;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Functions about lists. What is said about the items speaks of the item’s own fields first, then
 * of those outside. A list that is nothing counts as an empty one.
 */
final class ListFunctions {

  static final Map<String, Function> ALL =
      Map.of(
          "count",
              new Function("count(list) or count(list, condition)", 1, 2, ListFunctions::count),
          "sum", new Function("sum(list, number)", 2, 2, ListFunctions::sum),
          "any", new Function("any(list, condition)", 2, 2, (c, k) -> settled(c, k, true)),
          "all", new Function("all(list, condition)", 2, 2, (c, k) -> settled(c, k, false)),
          "contains", new Function("contains(list, x)", 2, 2, ListFunctions::contains),
          "covers", new Function("covers(list, from, until, start, end)", 5, 5, Intervals::covers));

  /** A list and what is said about each of its items. */
  private record Walk(Typed list, Typed body, long cost) {

    List<Scope> items(Scope scope) {
      return Values.list(list.code().run(scope)).stream()
          .map(item -> scope.inside(Values.fields(item)))
          .toList();
    }
  }

  private ListFunctions() {}

  private static Walk walk(Syntax.Call call, Checker checker, Type body) {
    var list = list(call, checker);
    var type = (Type.ListOf) list.type();
    if (!(type.item() instanceof Type.Compound item)) {
      throw new Mistake(
          call.position(), "the items of this list have no fields to speak of; use contains or in");
    }
    var said = checker.inside(item).check(call.arguments().get(1), body);
    return new Walk(list, said, 1 + list.cost() + Math.max(1, type.max()) * (said.cost() + 1));
  }

  private static Typed list(Syntax.Call call, Checker checker) {
    var list = checker.check(call.arguments().getFirst());
    if (!(list.type() instanceof Type.ListOf)) {
      throw new Mistake(call.position(), call.function() + " needs a list, not " + list.type());
    }
    return list;
  }

  private static Typed count(Syntax.Call call, Checker checker) {
    if (call.arguments().size() == 1) {
      var list = list(call, checker);
      return new Typed(
          NUMBER,
          scope -> BigDecimal.valueOf(Values.list(list.code().run(scope)).size()),
          list.cost() + 1);
    }
    var walk = walk(call, checker, TRUTH);
    return new Typed(
        NUMBER,
        scope ->
            BigDecimal.valueOf(
                walk.items(scope).stream()
                    .filter(item -> Boolean.TRUE.equals(walk.body().code().run(item)))
                    .count()),
        walk.cost());
  }

  /** Nothing as soon as one of the items’ numbers is nothing: half a sum would be a wrong one. */
  private static Typed sum(Syntax.Call call, Checker checker) {
    var walk = walk(call, checker, NUMBER);
    return new Typed(
        NUMBER,
        scope -> {
          @Nullable Object sum = BigDecimal.ZERO;
          for (var item : walk.items(scope)) {
            if (sum instanceof BigDecimal a
                && walk.body().code().run(item) instanceof BigDecimal b) {
              sum = Values.total(a, b);
            } else {
              return null;
            }
          }
          return sum;
        },
        walk.cost());
  }

  /** {@code any} is an “or” over the items, {@code all} an “and”, both after Kleene. */
  private static Typed settled(Syntax.Call call, Checker checker, boolean decisive) {
    var walk = walk(call, checker, TRUTH);
    return new Typed(
        TRUTH,
        scope -> {
          var unknown = false;
          for (var item : walk.items(scope)) {
            if (walk.body().code().run(item) instanceof Boolean said) {
              if (said == decisive) {
                return decisive;
              }
            } else {
              unknown = true;
            }
          }
          return unknown ? null : !decisive;
        },
        walk.cost());
  }

  private static Typed contains(Syntax.Call call, Checker checker) {
    var list = list(call, checker);
    var type = (Type.ListOf) list.type();
    var item = checker.check(call.arguments().get(1));
    Operators.comparable(call.arguments().get(1).position(), item.type(), type.item());
    return new Typed(
        TRUTH,
        scope -> {
          var sought = item.code().run(scope);
          return sought != null && Values.contains(Values.list(list.code().run(scope)), sought);
        },
        list.cost() + item.cost() + type.max() + 1);
  }
}
