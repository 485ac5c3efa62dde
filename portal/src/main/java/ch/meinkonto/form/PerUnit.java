package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.platform.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks a form that becomes several requests. Each unit reads its own name only among those that
 * were chosen: so nothing of what it gets may depend on the others.
 */
final class PerUnit {

  private static final List<String> NOT_WITH = List.of("route", "copies", "calendars");

  private final Form form;
  private final YamlNode service;
  private final YamlNode place;

  PerUnit(Form form, YamlNode service, YamlNode place) {
    this.form = form;
    this.service = service;
    this.place = place;
  }

  void check() {
    var id = place.text();
    var step = form.stepOf(id);
    var field = form.fields().filter(one -> one.id().equals(id)).findFirst();
    if (step.isEmpty()
        || field.isEmpty()
        || !(field.get() instanceof Field.ChoicesField choices)
        || !choices.ofUnits()) {
      place.finding("“" + id + "” is no field of the type choices with “options: units”");
      return;
    }
    if (step.get().when().isPresent()
        || choices.when().isPresent()
        || choices.common().required().isPresent()
        || choices.min() != 1) {
      place.finding("“" + id + "” must always be asked, and one unit must be enough");
    }
    if (expressions().anyMatch(one -> Order.names(Stream.of(one), 0).contains(id))) {
      place.finding("what a unit gets can’t depend on “" + id + "”, on whom else somebody asks");
    }
    NOT_WITH.forEach(key -> service.at(key).ifPresent(this::notWith));
    form.fee().ifPresent(_ -> notWith(service.require("form").require("fee")));
    service
        .at("level")
        .filter(level -> level.isScalar() && level.text().equals("none"))
        .ifPresent(level -> level.finding("a service with “per-unit” has a login"));
  }

  private void notWith(YamlNode other) {
    other.finding("a service with “per-unit” has no fee, no route and no copies");
  }

  private Stream<Expression> expressions() {
    return Stream.of(
            form.steps().stream().flatMap(PerUnit::of),
            form.calculated().stream().map(Form.Calculated::value),
            form.rules().stream()
                .flatMap(rule -> Stream.concat(Stream.of(rule.that()), rule.when().stream())))
        .flatMap(all -> all);
  }

  private static Stream<Expression> of(Step step) {
    return Stream.concat(
        step.when().stream(), step.elements().stream().flatMap(element -> of(element)));
  }

  private static Stream<Expression> of(Element element) {
    var when = element.when().stream();
    return element instanceof Field field
        ? Stream.of(when, field.common().required().stream(), ofKind(field)).flatMap(all -> all)
        : when;
  }

  private static Stream<Expression> ofKind(Field field) {
    return switch (field) {
      case Field.NumberField number -> of(number.limits());
      case Field.MoneyField money -> of(money.limits());
      case Field.DateField date -> of(date.limits());
      case Field.MonthField month -> of(month.limits());
      case Field.ChoiceField choice -> options(choice.options());
      case Field.ChoicesField choices -> options(choices.options());
      case Field.GroupField group -> group.elements().stream().flatMap(element -> of(element));
      case Field.TextField _,
          Field.YesNoField _,
          Field.ConsentField _,
          Field.CodeField _,
          Field.AddressField _,
          Field.UploadField _ ->
          Stream.of();
    };
  }

  private static Stream<Expression> of(Field.Limits limits) {
    return Stream.of(limits.min(), limits.max()).flatMap(Optional::stream);
  }

  private static Stream<Expression> options(List<Field.Option> options) {
    return options.stream().flatMap(option -> option.when().stream());
  }
}
