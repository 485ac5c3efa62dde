package ch.meinkonto.form;

import ch.meinkonto.directory.Unit;
import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.expression.Names;
import ch.meinkonto.form.expression.Type;
import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what occurs all over a form: ids, expressions and texts with values. */
record Reading(Languages languages, Names names, List<Unit> units) {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MAX_ID = 60;

  /** The same inside an item whose fields have these types. */
  Reading inside(java.util.Map<String, Type> item) {
    return new Reading(languages, names.inside(item), units);
  }

  String id(YamlNode node) {
    var id = node.text();
    if (node.isScalar() && (!ID.matcher(id).matches() || id.length() > MAX_ID)) {
      node.finding("“" + id + "” is no id: small letters, digits and single hyphens");
    }
    return id;
  }

  /** An id that nothing else on this level has. */
  String newId(YamlNode owner, Set<String> taken) {
    var node = owner.require("id");
    var id = id(node);
    if (node.isScalar() && !taken.add(id)) {
      node.finding("the id “" + id + "” is used twice");
    }
    return id;
  }

  Optional<Expression> condition(YamlNode owner, String key) {
    return owner.at(key).flatMap(node -> expression(node, Type.Plain.TRUTH));
  }

  Optional<Expression> expression(YamlNode node, Type expected) {
    return checked(node, Expression.of(node.text(), names, expected));
  }

  Optional<Expression> expression(YamlNode node) {
    return checked(node, Expression.of(node.text(), names));
  }

  private static Optional<Expression> checked(YamlNode node, Expression.Outcome outcome) {
    if (!node.isScalar()) {
      return Optional.empty();
    }
    return switch (outcome) {
      case Expression.Checked(var expression) -> Optional.of(expression);
      case Expression.Wrong(var position, var reason) -> {
        node.finding("in “" + node.text() + "”, character " + (position + 1) + ": " + reason);
        yield Optional.empty();
      }
    };
  }

  Optional<Text> text(YamlNode owner, String key) {
    return owner.at(key).map(this::text);
  }

  Text text(YamlNode node) {
    return new Text(node.localized(languages).map(text -> pieces(node, text)));
  }

  private List<Text.Piece> pieces(YamlNode node, String text) {
    var pieces = new ArrayList<Text.Piece>();
    var rest = text.strip();
    for (var open = rest.indexOf('{'); open >= 0; open = rest.indexOf('{')) {
      var close = rest.indexOf('}', open);
      if (close < 0) {
        node.finding("the text has a { without a }");
        break;
      }
      pieces.add(new Text.Words(rest.substring(0, open)));
      var outcome = Expression.of(rest.substring(open + 1, close), names);
      switch (outcome) {
        case Expression.Checked(var expression) -> pieces.add(new Text.Value(expression));
        case Expression.Wrong(var position, var reason) ->
            node.finding("in “" + rest.substring(open, close + 1) + "”: " + reason);
      }
      rest = rest.substring(close + 1);
    }
    pieces.add(new Text.Words(rest));
    return List.copyOf(pieces);
  }
}
