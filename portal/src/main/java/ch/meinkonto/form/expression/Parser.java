package ch.meinkonto.form.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Recursive descent: or, and, not, comparison, sum, product, minus, parts. */
final class Parser {

  private static final int MAX_DEPTH = 50;
  private static final Set<String> WORDS = Set.of("and", "or", "not", "in", "true", "false");

  private final List<Token> tokens;
  private int next;
  private int depth;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Syntax parse(String source) {
    var parser = new Parser(new Lexer(source).tokens());
    var syntax = parser.expression();
    if (parser.peek().kind() != Token.Kind.END) {
      throw new Mistake(parser.peek().position(), "didn’t expect " + parser.peek());
    }
    return syntax;
  }

  private Syntax expression() {
    if (++depth > MAX_DEPTH) {
      throw new Mistake(peek().position(), "the expression is nested too deep");
    }
    var syntax = leftToRight(this::conjunction, "or");
    depth--;
    return syntax;
  }

  private Syntax conjunction() {
    return leftToRight(this::negation, "and");
  }

  private Syntax negation() {
    if (!peek().is("not")) {
      return comparison();
    }
    return nested(() -> new Syntax.Unary(take().position(), "not", negation()));
  }

  private Syntax comparison() {
    var left = sum();
    for (var operator : List.of("=", "!=", "<=", ">=", "<", ">", "in")) {
      if (peek().is(operator)) {
        return new Syntax.Binary(take().position(), operator, left, sum());
      }
    }
    return left;
  }

  private Syntax sum() {
    return leftToRight(this::product, "+", "-");
  }

  private Syntax product() {
    return leftToRight(this::minus, "*", "/");
  }

  private Syntax minus() {
    if (!peek().is("-")) {
      return parts();
    }
    return nested(() -> new Syntax.Unary(take().position(), "-", minus()));
  }

  private Syntax parts() {
    var whole = primary();
    while (peek().is(".") || peek().is("[")) {
      var sign = take();
      if (sign.is(".")) {
        whole = new Syntax.Part(peek().position(), whole, name());
      } else {
        whole = new Syntax.Index(sign.position(), whole, expression());
        expect("]");
      }
    }
    return whole;
  }

  private Syntax primary() {
    var token = take();
    var at = token.position();
    return switch (token.kind()) {
      case NUMBER -> new Syntax.Literal(at, new BigDecimal(token.text()), Type.Plain.NUMBER);
      case TEXT -> new Syntax.Literal(at, token.text(), new Type.OneOf(Set.of(token.text())));
      case DATE -> new Syntax.Literal(at, date(token), Type.Plain.DATE);
      case NAME -> named(token);
      case SYMBOL -> bracketed(token);
      case END -> throw new Mistake(at, "something is missing at the end");
    };
  }

  private Syntax named(Token token) {
    if (token.is("true") || token.is("false")) {
      return new Syntax.Literal(token.position(), token.is("true"), Type.Plain.TRUTH);
    }
    if (WORDS.contains(token.text())) {
      throw new Mistake(token.position(), "didn’t expect " + token);
    }
    if (!peek().is("(")) {
      return new Syntax.Name(token.position(), token.text());
    }
    take();
    return new Syntax.Call(token.position(), token.text(), listUntil(")"));
  }

  private Syntax bracketed(Token token) {
    if (token.is("(")) {
      var inner = expression();
      expect(")");
      return inner;
    }
    if (token.is("[")) {
      return new Syntax.Items(token.position(), listUntil("]"));
    }
    throw new Mistake(token.position(), "didn’t expect " + token);
  }

  private List<Syntax> listUntil(String end) {
    var items = new ArrayList<Syntax>();
    while (!peek().is(end)) {
      items.add(expression());
      if (!peek().is(end)) {
        expect(",");
      }
    }
    take();
    return items;
  }

  private static LocalDate date(Token token) {
    try {
      return LocalDate.parse(token.text());
    } catch (DateTimeException e) {
      throw new Mistake(token.position(), "there is no day " + token.text());
    }
  }

  private String name() {
    var token = take();
    if (token.kind() != Token.Kind.NAME) {
      throw new Mistake(token.position(), "expected a name, found " + token);
    }
    return token.text();
  }

  private Syntax leftToRight(Supplier<Syntax> operand, String... operators) {
    var left = operand.get();
    while (peek().kind() != Token.Kind.END
        && List.of(operators).contains(peek().text())
        && (peek().kind() == Token.Kind.SYMBOL || peek().kind() == Token.Kind.NAME)) {
      var operator = take();
      left = new Syntax.Binary(operator.position(), operator.text(), left, operand.get());
    }
    return left;
  }

  private Syntax nested(Supplier<Syntax> operand) {
    if (++depth > MAX_DEPTH) {
      throw new Mistake(peek().position(), "the expression is nested too deep");
    }
    var syntax = operand.get();
    depth--;
    return syntax;
  }

  private void expect(String symbol) {
    var token = take();
    if (!token.is(symbol)) {
      throw new Mistake(token.position(), "expected “" + symbol + "”, found " + token);
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    var token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }
}
