package ch.meinkonto.catalogue;

import ch.meinkonto.directory.Ids;
import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;

/** Reads what a service's file says under {@code activation}. */
final class ActivationNotes {

  private static final int MOST_DETAILS = 5;
  private static final int MOST_DIGITS = 30;

  private final Languages languages;

  ActivationNotes(Languages languages) {
    this.languages = languages;
  }

  Activation read(YamlNode node) {
    node.allow("why", "letter", "order");
    return new Activation(
        node.require("why").localized(languages),
        node.require("letter").localized(languages),
        node.at("order").map(this::order).orElse(null));
  }

  private Activation.Order order(YamlNode node) {
    node.allow("arrives", "asks");
    var asks = node.at("asks").map(list -> list.items().stream().map(this::detail).toList());
    var details = asks.orElse(List.of());
    var ids = new HashSet<String>();
    node.at("asks")
        .filter(_ ->
            details.size() > MOST_DETAILS
                || !details.stream().map(Activation.Detail::id).allMatch(ids::add))
        .ifPresent(list ->
            list.finding("at most " + MOST_DETAILS + " things, each with an id of its own"));
    return new Activation.Order(node.require("arrives").localized(languages), details);
  }

  private Activation.Detail detail(YamlNode node) {
    node.allow("id", "name", "hint", "digits");
    return new Activation.Detail(
        Ids.read(node.require("id"), id -> id, "angabe"),
        node.require("name").localized(languages),
        node.at("hint").map(hint -> hint.localized(languages)).orElse(null),
        node.at("digits").map(digits -> digits.integer(1, MOST_DIGITS)).orElse(0));
  }
}
