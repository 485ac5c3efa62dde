package ch.meinkonto.form.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A checked expression: whoever holds one knows that it runs, and what it yields. */
public final class Expression {

  private static final long MAX_COST = 200_000;

  /**
   * A name that an expression speaks of.
   *
   * @param level 0 for the form’s own names, 1 inside a group’s item
   */
  public record Reference(int level, String name) {}

  /** What came of reading an expression. */
  public sealed interface Outcome {}

  /** It is right. */
  public record Checked(Expression expression) implements Outcome {}

  /**
   * It is wrong.
   *
   * @param position where, counted from 0
   * @param reason why, for the person who wrote it
   */
  public record Wrong(int position, String reason) implements Outcome {}

  private final String source;
  private final Typed typed;
  private final Set<Reference> references;

  private Expression(String source, Typed typed, Set<Reference> references) {
    this.source = source;
    this.typed = typed;
    this.references = Set.copyOf(references);
  }

  /** Reads and checks an expression that speaks of these names. */
  public static Outcome of(String source, Names names) {
    try {
      var checker = new Checker(names);
      var typed = checker.check(Parser.parse(source));
      return typed.cost() > MAX_COST
          ? new Wrong(0, "this could take " + typed.cost() + " steps; " + MAX_COST + " are allowed")
          : new Checked(new Expression(source, typed, checker.references()));
    } catch (Mistake mistake) {
      return new Wrong(mistake.position(), mistake.reason());
    }
  }

  /** Reads and checks an expression that must yield a value of this type. */
  public static Outcome of(String source, Names names, Type expected) {
    return switch (of(source, names)) {
      case Checked checked when !checked.expression.type().fits(expected) ->
          new Wrong(0, "this must be " + expected + ", not " + checked.expression.type());
      case Checked checked -> checked;
      case Wrong wrong -> wrong;
    };
  }

  /** The names of all functions of the language. */
  public static Set<String> functions() {
    return Functions.ALL.keySet();
  }

  /** The type of what it yields. */
  public Type type() {
    return typed.type();
  }

  /** The fields and calculated values it speaks of. */
  public Set<Reference> references() {
    return references;
  }

  /** Runs it; {@code null} is nothing. */
  public @Nullable Object evaluate(Scope scope) {
    return typed.code().run(scope);
  }

  /** Whether it is fulfilled: true, and neither false nor nothing. */
  public boolean holds(Scope scope) {
    return Boolean.TRUE.equals(evaluate(scope));
  }

  /** The expression as it is written. */
  @Override
  public String toString() {
    return source;
  }
}
