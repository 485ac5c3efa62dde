package ch.meinkonto.statistics;

import ch.meinkonto.statistics.Figures.By;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many finish a form that they have begun, and where the others leave it. */
@Component
class FormNumbers {

  private final Figures figures;

  FormNumbers(Figures figures) {
    this.figures = figures;
  }

  private Map<String, Amount> sums(By by, Choice choice) {
    return figures.sums(
        Measure.FORM, by, choice.from(), choice.to(), choice.unitId(), choice.serviceId());
  }

  /** How a service’s forms ended. */
  private record Ends(Amount sent, Amount left) {

    long begun() {
      return sent.count() + left.count();
    }

    static Ends of(String detail, Amount amount) {
      return detail.equals(Measure.SENT_FORM)
          ? new Ends(amount, Amount.NONE)
          : new Ends(Amount.NONE, amount);
    }

    Ends plus(Ends other) {
      return new Ends(sent.plus(other.sent), left.plus(other.left));
    }
  }

  private Ends all(Choice choice) {
    return sums(By.DETAIL, choice).entrySet().stream()
        .map(end -> Ends.of(end.getKey(), end.getValue()))
        .reduce(new Ends(Amount.NONE, Amount.NONE), Ends::plus);
  }

  /** The share of the forms that were sent. */
  String finished(Choice choice, Wording wording) {
    var all = all(choice);
    return wording.share(all.sent().count(), all.begun()).shown();
  }

  Section section(Choice choice, Wording wording) {
    var all = all(choice);
    var told =
        wording.text(
            "forms.told",
            Wording.number(all.begun()),
            wording.share(all.sent().count(), all.begun()).shown());
    var sheet =
        choice
            .serviceId()
            .map(service -> steps(service, choice, wording))
            .orElseGet(() -> services(choice, wording));
    return Section.of("formulare", wording.text("forms"), told, List.of(), sheet);
  }

  private Sheet services(Choice choice, Wording wording) {
    var services = new LinkedHashMap<String, Ends>();
    sums(By.SERVICE_DETAIL, choice)
        .forEach((key, amount) -> {
          var space = key.indexOf(' ');
          services.merge(
              key.substring(0, space), Ends.of(key.substring(space + 1), amount), Ends::plus);
        });
    var rows =
        services.entrySet().stream()
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<String, Ends> service) -> service.getValue().begun())
                    .reversed())
            .map(service -> {
              var ends = service.getValue();
              return new Sheet.Row(
                  wording.service(service.getKey()),
                  List.of(
                      wording.count(ends.sent().plus(ends.left())),
                      wording.count(ends.sent()),
                      wording.share(ends.sent().count(), ends.begun())),
                  Strip.bar(ends.sent().count(), ends.begun()));
            })
            .toList();
    return new Sheet(
        wording.text("forms.table"),
        List.of(
            wording.text("services.service"),
            wording.text("forms.begun"),
            wording.text("forms.sent"),
            wording.text("forms.share")),
        rows);
  }

  /** In the order of the form; then steps that it had before; at last what was sent. */
  private Sheet steps(String service, Choice choice, Wording wording) {
    var ends = sums(By.DETAIL, choice);
    var names = new LinkedHashMap<String, String>();
    names.put("", wording.text("forms.step.none"));
    wording.steps(service).forEach((id, title) -> names.put(id, wording.text("forms.step", title)));
    ends.keySet().forEach(id -> names.putIfAbsent(id, wording.text("forms.step", id)));
    names.remove(Measure.SENT_FORM);
    names.put(Measure.SENT_FORM, wording.text("forms.step.sent"));
    var begun = ends.values().stream().mapToLong(Amount::count).sum();
    var rows = new ArrayList<Sheet.Row>();
    names.forEach((id, name) -> {
      var amount = ends.getOrDefault(id, Amount.NONE);
      rows.add(
          new Sheet.Row(
              name,
              List.of(wording.count(amount), wording.share(amount.count(), begun)),
              Strip.bar(amount.count(), begun)));
    });
    return new Sheet(
        wording.text("forms.steps.table"),
        List.of(
            wording.text("forms.steps"), wording.text("forms.count"), wording.text("forms.share")),
        rows);
  }
}
