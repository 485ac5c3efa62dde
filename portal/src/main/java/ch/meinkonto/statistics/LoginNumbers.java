package ch.meinkonto.statistics;

import ch.meinkonto.statistics.Figures.By;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** By what people log in. */
@Component
class LoginNumbers {

  private final Figures figures;

  LoginNumbers(Figures figures) {
    this.figures = figures;
  }

  Section section(Choice choice, Wording wording) {
    var logins = figures.sums(Measure.LOGIN, By.DETAIL, choice.from(), choice.to());
    var confirmed = figures.sums(Measure.CONFIRMED, By.DETAIL, choice.from(), choice.to());
    var all = logins.values().stream().mapToLong(Amount::count).sum();
    var kinds = new TreeSet<>(logins.keySet());
    kinds.addAll(confirmed.keySet());
    var rows =
        kinds.stream()
            .sorted(Comparator.comparingLong((String kind) -> count(logins, kind)).reversed())
            .map(kind -> {
              var amount = logins.getOrDefault(kind, Amount.NONE);
              return new Sheet.Row(
                  wording.factor(kind),
                  List.of(
                      wording.count(amount),
                      wording.share(amount.count(), all),
                      wording.count(confirmed.getOrDefault(kind, Amount.NONE))),
                  Strip.bar(amount.count(), all));
            })
            .toList();
    return Section.of(
        "anmeldungen",
        wording.text("logins"),
        wording.text("logins.told", Wording.number(all)),
        List.of(),
        new Sheet(
            wording.text("logins.table"),
            List.of(
                wording.text("logins.kind"),
                wording.text("logins.count"),
                wording.text("logins.share"),
                wording.text("logins.confirmed")),
            rows));
  }

  private static long count(Map<String, Amount> amounts, String kind) {
    return amounts.getOrDefault(kind, Amount.NONE).count();
  }
}
