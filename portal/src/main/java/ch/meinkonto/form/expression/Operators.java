package ch.meinkonto.form.expression;

import static ch.meinkonto.form.expression.Type.Plain.DATE;
import static ch.meinkonto.form.expression.Type.Plain.MOMENT;
import static ch.meinkonto.form.expression.Type.Plain.NUMBER;
import static ch.meinkonto.form.expression.Type.Plain.PERIOD;
import static ch.meinkonto.form.expression.Type.Plain.TEXT;
import static ch.meinkonto.form.expression.Type.Plain.TRUTH;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The operators. Whatever is calculated from or compared with nothing is nothing; {@code and},
 * {@code or} and {@code not} follow Kleene: {@code false and nothing} is false, {@code true or
 * nothing} is true, else nothing stays nothing. A condition that yields nothing isn’t fulfilled.
 */
final class Operators {

  private Operators() {}

  static Typed unary(Syntax.Unary syntax, Typed operand) {
    var code = operand.code();
    var cost = operand.cost() + 1;
    if (syntax.operator().equals("not")) {
      require(syntax, operand, TRUTH);
      return new Typed(TRUTH, s -> code.run(s) instanceof Boolean b ? !b : null, cost);
    }
    require(syntax, operand, NUMBER);
    return new Typed(NUMBER, s -> code.run(s) instanceof BigDecimal n ? n.negate() : null, cost);
  }

  static Typed binary(Syntax.Binary syntax, Typed left, Typed right) {
    return switch (syntax.operator()) {
      case "and" -> logic(syntax, left, right, false);
      case "or" -> logic(syntax, left, right, true);
      case "=" -> equality(syntax, left, right, true);
      case "!=" -> equality(syntax, left, right, false);
      case "<" -> order(syntax, left, right, sign -> sign < 0);
      case "<=" -> order(syntax, left, right, sign -> sign <= 0);
      case ">" -> order(syntax, left, right, sign -> sign > 0);
      case ">=" -> order(syntax, left, right, sign -> sign >= 0);
      case "in" -> membership(syntax, left, right);
      case "+" -> plus(syntax, left, right);
      case "-" -> minus(syntax, left, right);
      case "*" -> both(syntax, NUMBER, NUMBER, NUMBER, left, right, Values::product);
      case "/" -> both(syntax, NUMBER, NUMBER, NUMBER, left, right, Values::quotient);
      default -> throw new IllegalStateException(syntax.operator());
    };
  }

  /** {@code decisive} is the value that settles it whatever the other side says. */
  private static Typed logic(Syntax.Binary syntax, Typed left, Typed right, boolean decisive) {
    require(syntax, left, TRUTH);
    require(syntax, right, TRUTH);
    return new Typed(
        TRUTH,
        scope -> {
          var a = left.code().run(scope);
          if (a instanceof Boolean b && b == decisive) {
            return decisive;
          }
          var c = right.code().run(scope);
          if (c instanceof Boolean b && b == decisive) {
            return decisive;
          }
          return (a == null || c == null) ? null : !decisive;
        },
        cost(left, right));
  }

  private static Typed equality(Syntax.Binary syntax, Typed left, Typed right, boolean equal) {
    var type = comparable(syntax.position(), left.type(), right.type());
    if (type instanceof Type.ListOf || type instanceof Type.Compound) {
      throw new Mistake(syntax.position(), type + " can’t be compared; compare its parts");
    }
    return lifted(TRUTH, left, right, (a, b) -> Values.same(a, b) == equal);
  }

  private static Typed order(Syntax.Binary syntax, Typed left, Typed right, IntPredicate sign) {
    var type = comparable(syntax.position(), left.type(), right.type());
    if (!type.isOrdered()) {
      throw new Mistake(syntax.position(), type + " has no order");
    }
    return lifted(TRUTH, left, right, (a, b) -> sign.test(Values.compare(a, b)));
  }

  private static Typed membership(Syntax.Binary syntax, Typed left, Typed right) {
    if (!(right.type() instanceof Type.ListOf list)) {
      throw new Mistake(syntax.position(), "“in” needs a list on its right, not " + right.type());
    }
    comparable(syntax.position(), left.type(), list.item());
    var typed = lifted(TRUTH, left, right, (a, b) -> Values.contains(b, a));
    return new Typed(TRUTH, typed.code(), typed.cost() + list.max());
  }

  private static Typed plus(Syntax.Binary syntax, Typed left, Typed right) {
    if (left.type() == DATE || left.type() == MOMENT) {
      return both(syntax, left.type(), PERIOD, left.type(), left, right, Values::later);
    }
    if (left.type().isText()) {
      return both(syntax, TEXT, TEXT, TEXT, left, right, Values::joined);
    }
    return both(syntax, NUMBER, NUMBER, NUMBER, left, right, Values::total);
  }

  private static Typed minus(Syntax.Binary syntax, Typed left, Typed right) {
    if (left.type() == DATE && right.type() == DATE) {
      return both(syntax, DATE, DATE, NUMBER, left, right, Values::daysBetween);
    }
    if (left.type() == DATE || left.type() == MOMENT) {
      return both(syntax, left.type(), PERIOD, left.type(), left, right, Values::earlier);
    }
    return both(
        syntax,
        NUMBER,
        NUMBER,
        NUMBER,
        left,
        right,
        (BigDecimal a, BigDecimal b) -> Values.total(a, b.negate()));
  }

  @SuppressWarnings("unchecked") // the static types have been checked
  private static <A, B> Typed both(
      Syntax.Binary syntax,
      Type a,
      Type b,
      Type result,
      Typed left,
      Typed right,
      BiFunction<A, B, @Nullable Object> calculation) {
    require(syntax, left, a);
    require(syntax, right, b);
    return lifted(result, left, right, (x, y) -> calculation.apply((A) x, (B) y));
  }

  private static Typed lifted(
      Type result, Typed left, Typed right, BiFunction<Object, Object, @Nullable Object> f) {
    return new Typed(
        result,
        scope -> {
          var a = left.code().run(scope);
          var b = right.code().run(scope);
          return a == null || b == null ? null : f.apply(a, b);
        },
        cost(left, right));
  }

  /** The type of two things that stand for each other, as the two ends of an {@code if}. */
  static Type common(int position, Type a, Type b) {
    if (a instanceof Type.OneOf x && b instanceof Type.OneOf y) {
      var all = new HashSet<>(x.words());
      all.addAll(y.words());
      return new Type.OneOf(all);
    }
    if (a.isText() && b.isText()) {
      return TEXT;
    }
    if (a.fits(b)) {
      return b;
    }
    throw new Mistake(position, a + " and " + b + " don’t go together");
  }

  /**
   * The type of two things that are compared. A word that isn’t among the options can never be
   * equal to the answer: that is a typing error.
   */
  static Type comparable(int position, Type a, Type b) {
    if (a instanceof Type.OneOf x && b instanceof Type.OneOf y) {
      var ordered = x.words().size() <= y.words().size();
      var few = ordered ? x : y;
      var many = ordered ? y : x;
      for (var word : few.words()) {
        if (!many.words().contains(word)) {
          throw new Mistake(
              position,
              "“" + word + "” is not " + many + Names.suggestion(word, many.words().stream()));
        }
      }
    }
    return common(position, a, b);
  }

  private static void require(Syntax syntax, Typed typed, Type expected) {
    if (!typed.type().fits(expected)) {
      throw new Mistake(syntax.position(), "expected " + expected + ", not " + typed.type());
    }
  }

  private static long cost(Typed left, Typed right) {
    return left.cost() + right.cost() + 1;
  }
}
