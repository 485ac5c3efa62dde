package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.platform.yaml.YamlNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can only be seen when a form is read as a whole. */
final class FormChecks {

  private final Form form;
  private final YamlNode node;
  private final Map<String, YamlNode> places = new HashMap<>();
  private final Map<String, Integer> stepOfField = new HashMap<>();
  private final Map<String, Set<String>> needs;

  FormChecks(Form form, YamlNode node) {
    this.form = form;
    this.node = node;
    this.needs = Order.needs(form);
    for (var step : Declarations.nodes(node, "steps")) {
      Declarations.nodes(step, "fields").forEach(field -> place(field, ""));
      place(step, "step ");
    }
    for (var i = 0; i < form.steps().size(); i++) {
      for (var field : form.steps().get(i).fields()) {
        stepOfField.put(field.id(), i);
      }
    }
  }

  private void place(YamlNode owner, String prefix) {
    owner.at("id").ifPresent(id -> places.putIfAbsent(prefix + id.text(), owner));
  }

  /** The form with its order, or nothing when it can’t be used. */
  Optional<Form> check() {
    if (form.steps().isEmpty()) {
      node.finding("a form needs at least one step");
      return Optional.empty();
    }
    var order = Order.of(needs);
    order.circle().ifPresent(node::finding);
    for (var i = 0; i < form.steps().size(); i++) {
      check(form.steps().get(i), i);
    }
    form.rules().stream()
        .filter(rule -> !stepOfField.containsKey(rule.at()))
        .forEach(rule -> node.finding("a rule stands at “" + rule.at() + "”, which is no field"));
    return Optional.of(
        new Form(
            form.service(),
            form.notes(),
            form.steps(),
            form.calculated(),
            form.rules(),
            form.fee(),
            form.route(),
            form.tables(),
            form.copies(),
            form.perUnit(),
            form.booking(),
            form.calendars(),
            order.sequence()));
  }

  private void check(Step step, int index) {
    var place = places.getOrDefault("step " + step.id(), node);
    if (step.elements().isEmpty()) {
      place.finding("the step “" + step.id() + "” asks nothing");
    }
    step.when().ifPresent(when -> asksBefore(place, when, index - 1));
    step.when().ifPresent(when -> canHold(place, Stream.of(when)));
    for (var field : step.fields()) {
      var at = places.getOrDefault(field.id(), place);
      field.when().ifPresent(when -> asksBefore(at, when, index));
      if (field.when().isPresent()) {
        canHold(at, Stream.concat(step.when().stream(), field.when().stream()));
      }
    }
  }

  /** A condition about an answer that is only asked later would change pages already done. */
  private void asksBefore(YamlNode place, Expression when, int lastStep) {
    for (var name : fieldsBehind(Order.names(Stream.of(when), 0))) {
      if (stepOfField.getOrDefault(name, -1) > lastStep) {
        place.finding("the condition speaks of “" + name + "”, which is only asked later");
      }
    }
  }

  private Set<String> fieldsBehind(Set<String> names) {
    var found = new HashSet<String>();
    names.forEach(name -> collect(name, found, new HashSet<>()));
    return found;
  }

  private void collect(String name, Set<String> found, Set<String> seen) {
    if (stepOfField.containsKey(name)) {
      found.add(name);
    } else if (seen.add(name)) {
      needs.getOrDefault(name, Set.of()).forEach(next -> collect(next, found, seen));
    }
  }

  private void canHold(YamlNode place, Stream<Expression> conditions) {
    var all = conditions.toList();
    if (!Reachability.canHold(form, all)) {
      place.finding(
          "this can never be asked: “"
              + String.join("” and “", all.stream().map(Expression::toString).toList())
              + "” is never true");
    }
  }
}
