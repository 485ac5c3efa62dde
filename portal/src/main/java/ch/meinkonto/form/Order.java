package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which fields and calculated values are read: each after those that its condition
 * speaks of.
 *
 * @param circle what is wrong when there is no such order
 */
record Order(List<String> sequence, Optional<String> circle) {

  /** Finds the order, given by name what each needs. */
  static Order of(Map<String, Set<String>> needs) {
    var search = new Search(needs);
    needs.keySet().forEach(search::visit);
    return new Order(List.copyOf(search.done), Optional.ofNullable(search.circle));
  }

  /** What the fields of a group’s item need of each other. */
  static Map<String, Set<String>> needsWithin(List<Element> elements) {
    var needs = new LinkedHashMap<String, Set<String>>();
    for (var element : elements) {
      if (element instanceof Field field) {
        needs.put(field.id(), names(field.when().stream(), 1));
      }
    }
    return needs;
  }

  /** What the form’s own fields and calculated values need of each other. */
  static Map<String, Set<String>> needs(Form form) {
    var needs = new LinkedHashMap<String, Set<String>>();
    for (var step : form.steps()) {
      for (var field : step.fields()) {
        var conditions = Stream.concat(step.when().stream(), conditions(field));
        needs.put(field.id(), names(conditions, 0));
      }
    }
    form.calculated().forEach(c -> needs.put(c.id(), names(Stream.of(c.value()), 0)));
    return needs;
  }

  private static Stream<Expression> conditions(Field field) {
    var own = field.when().stream();
    return field instanceof Field.GroupField group
        ? Stream.concat(own, group.elements().stream().flatMap(e -> e.when().stream()))
        : own;
  }

  /** The names of one level that some expressions speak of. */
  static Set<String> names(Stream<Expression> expressions, int level) {
    return expressions
        .flatMap(e -> e.references().stream())
        .filter(reference -> reference.level() == level)
        .map(Expression.Reference::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static final class Search {

    private final Map<String, Set<String>> needs;
    private final Set<String> done = new LinkedHashSet<>();
    private final List<String> path = new ArrayList<>();
    private @Nullable String circle;

    Search(Map<String, Set<String>> needs) {
      this.needs = needs;
    }

    void visit(String name) {
      if (done.contains(name)) {
        return;
      }
      if (path.contains(name)) {
        var around = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
        around.add(name);
        circle = "the conditions go round in a circle: " + String.join(" → ", around);
        return;
      }
      path.add(name);
      needs.getOrDefault(name, Set.of()).forEach(this::visit);
      path.removeLast();
      if (needs.containsKey(name)) {
        done.add(name);
      }
    }
  }
}
