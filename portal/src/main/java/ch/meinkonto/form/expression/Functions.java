package ch.meinkonto.form.expression;

import static ch.meinkonto.form.expression.Function.fixed;
import static ch.meinkonto.form.expression.Function.withOptional;
import static ch.meinkonto.form.expression.Type.Plain.NUMBER;
import static ch.meinkonto.form.expression.Type.Plain.TEXT;
import static ch.meinkonto.form.expression.Type.Plain.TRUTH;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** All functions of the language by name. */
final class Functions {

  static final Map<String, Function> ALL = all();

  private Functions() {}

  private static Map<String, Function> all() {
    var all = new TreeMap<String, Function>();
    all.putAll(DateFunctions.ALL);
    all.putAll(ListFunctions.ALL);
    all.put("if", new Function("if(condition, then, else)", 3, 3, Functions::choose));
    all.put("lookup", new Function("lookup(table, key, default)", 2, 3, Functions::lookup));
    all.put("empty", new Function("empty(x)", 1, 1, Functions::empty));
    all.put("min", new Function("min(a, b, …)", 2, 20, (call, c) -> extreme(call, c, -1)));
    all.put("max", new Function("max(a, b, …)", 2, 20, (call, c) -> extreme(call, c, 1)));
    all.put(
        "round",
        withOptional(
            "round(x, step)",
            1,
            NUMBER,
            (s, a) ->
                Values.multiple(
                    (BigDecimal) a.getFirst(),
                    a.size() > 1 ? (BigDecimal) a.get(1) : BigDecimal.ONE,
                    RoundingMode.HALF_UP),
            NUMBER,
            NUMBER));
    all.put(
        "floor",
        fixed("floor(x)", NUMBER, (s, a) -> whole(a.getFirst(), RoundingMode.FLOOR), NUMBER));
    all.put(
        "ceil",
        fixed("ceil(x)", NUMBER, (s, a) -> whole(a.getFirst(), RoundingMode.CEILING), NUMBER));
    all.put(
        "length",
        fixed(
            "length(text)",
            NUMBER,
            (s, a) -> BigDecimal.valueOf(((String) a.getFirst()).codePoints().count()),
            TEXT));
    all.put("matches", new Function("matches(text, 'pattern')", 2, 2, Functions::matches));
    return Map.copyOf(all);
  }

  private static BigDecimal whole(Object number, RoundingMode mode) {
    return ((BigDecimal) number).setScale(0, mode);
  }

  private static Typed choose(Syntax.Call call, Checker checker) {
    var condition = checker.check(call.arguments().getFirst(), TRUTH);
    var then = checker.check(call.arguments().get(1));
    var other = checker.check(call.arguments().get(2));
    return new Typed(
        Operators.common(call.position(), then.type(), other.type()),
        scope ->
            Boolean.TRUE.equals(condition.code().run(scope))
                ? then.code().run(scope)
                : other.code().run(scope),
        1 + condition.cost() + then.cost() + other.cost());
  }

  private static Typed lookup(Syntax.Call call, Checker checker) {
    var first = call.arguments().getFirst();
    if (!(first instanceof Syntax.Name(var position, var name))) {
      throw new Mistake(first.position(), "the name of a table stands here");
    }
    var table =
        checker
            .names()
            .table(name)
            .orElseThrow(() ->
                new Mistake(
                    position, "unknown table “" + name + "”" + checker.names().suggestion(name)));
    var key = checker.check(call.arguments().get(1), TEXT);
    if (call.arguments().size() == 2) {
      return new Typed(
          table.type(),
          scope -> key.code().run(scope) instanceof String k ? table.rows().get(k) : null,
          key.cost() + 1);
    }
    var otherwise = checker.check(call.arguments().get(2));
    return new Typed(
        Operators.common(call.arguments().get(2).position(), table.type(), otherwise.type()),
        scope ->
            key.code().run(scope) instanceof String k && table.rows().containsKey(k)
                ? table.rows().get(k)
                : otherwise.code().run(scope),
        key.cost() + otherwise.cost() + 1);
  }

  private static Typed empty(Syntax.Call call, Checker checker) {
    var argument = checker.check(call.arguments().getFirst());
    return new Typed(TRUTH, scope -> Values.empty(argument.code().run(scope)), argument.cost() + 1);
  }

  private static Typed extreme(Syntax.Call call, Checker checker, int sign) {
    var arguments = new ArrayList<Typed>();
    for (var argument : call.arguments()) {
      var first = arguments.isEmpty() ? checker.check(argument) : arguments.getFirst();
      if (!first.type().isOrdered()) {
        throw new Mistake(argument.position(), first.type() + " has no order");
      }
      arguments.add(checker.check(argument, first.type()));
    }
    return new Typed(
        arguments.getFirst().type(),
        scope -> {
          Object best = null;
          for (var argument : arguments) {
            var value = argument.code().run(scope);
            if (value == null) {
              return null;
            }
            best = best == null || Values.compare(value, best) * sign > 0 ? value : best;
          }
          return best;
        },
        1 + Function.cost(arguments));
  }

  /** The pattern is RE2: its time grows only with the text’s length, whatever is written in it. */
  private static Typed matches(Syntax.Call call, Checker checker) {
    var text = checker.check(call.arguments().getFirst(), TEXT);
    if (!(call.arguments().get(1) instanceof Syntax.Literal(var at, var value, var type))
        || !(value instanceof String source)) {
      throw new Mistake(call.position(), "the pattern must be a text in quotes");
    }
    try {
      var pattern = Pattern.compile(source);
      return new Typed(
          TRUTH,
          scope -> text.code().run(scope) instanceof String s ? pattern.matches(s) : null,
          text.cost() + 100);
    } catch (PatternSyntaxException e) {
      throw new Mistake(at, "not a pattern: " + e.getDescription());
    }
  }
}
