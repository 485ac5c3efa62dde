package ch.meinkonto.form.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A function of the language.
 *
 * @param usage how it is written
 * @param atLeast the number of arguments it needs
 * @param atMost the number of arguments it takes
 * @param check finds the types of a call and makes its code
 */
record Function(
    String usage, int atLeast, int atMost, BiFunction<Syntax.Call, Checker, Typed> check) {

  /** What a function with arguments of fixed types does; no argument is ever nothing. */
  @FunctionalInterface
  interface Body {
    @Nullable Object apply(Scope scope, List<Object> arguments);
  }

  /** A function with arguments of fixed types; of nothing it makes nothing. */
  static Function fixed(String usage, Type result, Body body, Type... parameters) {
    return withOptional(usage, parameters.length, result, body, parameters);
  }

  /** The same, of whose arguments only the first {@code needed} must be given. */
  static Function withOptional(
      String usage, int needed, Type result, Body body, Type... parameters) {
    return new Function(
        usage,
        needed,
        parameters.length,
        (call, checker) -> {
          var arguments = new ArrayList<Typed>();
          for (var i = 0; i < call.arguments().size(); i++) {
            arguments.add(checker.check(call.arguments().get(i), parameters[i]));
          }
          return new Typed(result, lifted(arguments, body), 1 + cost(arguments));
        });
  }

  static long cost(List<Typed> arguments) {
    return arguments.stream()
        .mapToLong(a -> a.cost() + (a.type() instanceof Type.ListOf list ? list.max() : 0))
        .sum();
  }

  private static Code lifted(List<Typed> arguments, Body body) {
    return scope -> {
      var values = new ArrayList<Object>(arguments.size());
      for (var argument : arguments) {
        var value = argument.code().run(scope);
        if (value == null) {
          return null;
        }
        values.add(value);
      }
      return body.apply(scope, values);
    };
  }
}
