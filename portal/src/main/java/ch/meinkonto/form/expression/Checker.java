package ch.meinkonto.form.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the types of an expression and turns it into {@link Code}. */
final class Checker {

  private final Names names;
  private final int base;
  private final Set<Expression.Reference> references;

  Checker(Names names) {
    this(names, names.level(), new HashSet<>());
  }

  private Checker(Names names, int base, Set<Expression.Reference> references) {
    this.names = names;
    this.base = base;
    this.references = references;
  }

  /** What the expression speaks of, outside the lists it walks through. */
  Set<Expression.Reference> references() {
    return references;
  }

  Names names() {
    return names;
  }

  /** A checker for what is said about one item of a list. */
  Checker inside(Type.Compound item) {
    return new Checker(names.inside(item.parts()), base, references);
  }

  Typed check(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Literal literal -> new Typed(literal.type(), scope -> literal.value(), 1);
      case Syntax.Name name -> name(name);
      case Syntax.Part part -> part(part);
      case Syntax.Index index -> index(index);
      case Syntax.Items items -> items(items);
      case Syntax.Unary unary -> Operators.unary(unary, check(unary.operand()));
      case Syntax.Binary binary ->
          Operators.binary(binary, check(binary.left()), check(binary.right()));
      case Syntax.Call call -> call(call);
    };
  }

  /** Checks an argument that must be of this type. */
  Typed check(Syntax syntax, Type expected) {
    var typed = check(syntax);
    if (!typed.type().fits(expected)) {
      throw new Mistake(syntax.position(), "expected " + expected + ", not " + typed.type());
    }
    return typed;
  }

  private Typed name(Syntax.Name syntax) {
    var name = syntax.name();
    var found =
        names
            .find(name)
            .orElseThrow(() ->
                new Mistake(
                    syntax.position(),
                    names.table(name).isPresent()
                        ? "“" + name + "” is a table: use lookup(" + name + ", …)"
                        : "unknown name “" + name + "”" + names.suggestion(name)));
    var level = names.level() - found.up();
    if (level <= base) {
      references.add(new Expression.Reference(level, name));
    }
    return new Typed(found.type(), scope -> scope.value(found.up(), name), 1);
  }

  private Typed part(Syntax.Part syntax) {
    var whole = check(syntax.whole());
    if (!(whole.type() instanceof Type.Compound compound)) {
      throw new Mistake(syntax.position(), whole.type() + " has no parts");
    }
    var type = compound.parts().get(syntax.name());
    if (type == null) {
      throw new Mistake(
          syntax.position(),
          compound
              + " has no part “"
              + syntax.name()
              + "”"
              + Names.suggestion(syntax.name(), compound.parts().keySet().stream()));
    }
    return new Typed(
        type,
        scope -> whole.code().run(scope) instanceof Map<?, ?> map ? map.get(syntax.name()) : null,
        whole.cost() + 1);
  }

  private Typed index(Syntax.Index syntax) {
    var list = check(syntax.list());
    var index = check(syntax.index(), Type.Plain.NUMBER);
    if (!(list.type() instanceof Type.ListOf type)) {
      throw new Mistake(syntax.position(), "[…] needs a list, not " + list.type());
    }
    return new Typed(
        type.item(),
        scope -> Values.item(list.code().run(scope), index.code().run(scope)),
        list.cost() + index.cost() + 1);
  }

  private Typed items(Syntax.Items syntax) {
    var items = new ArrayList<Typed>();
    for (var item : syntax.items()) {
      var typed = check(item);
      items.add(typed);
      Operators.common(item.position(), items.getFirst().type(), typed.type());
    }
    if (items.isEmpty()) {
      throw new Mistake(syntax.position(), "an empty list is of no use");
    }
    var type =
        items.stream()
            .map(Typed::type)
            .reduce((a, b) -> Operators.common(syntax.position(), a, b))
            .orElseThrow();
    return new Typed(
        new Type.ListOf(type, items.size()),
        scope -> items.stream().flatMap(item -> Stream.ofNullable(item.code().run(scope))).toList(),
        1 + items.stream().mapToLong(Typed::cost).sum());
  }

  private Typed call(Syntax.Call syntax) {
    var function = Functions.ALL.get(syntax.function());
    if (function == null) {
      throw new Mistake(
          syntax.position(),
          "unknown function “"
              + syntax.function()
              + "”"
              + Names.suggestion(syntax.function(), Functions.ALL.keySet().stream()));
    }
    var given = syntax.arguments().size();
    if (given < function.atLeast() || given > function.atMost()) {
      throw new Mistake(
          syntax.position(), "write it as " + String.join(" or ", List.of(function.usage())));
    }
    return function.check().apply(syntax, this);
  }
}
