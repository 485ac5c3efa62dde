package ch.meinkonto.statistics;

import ch.meinkonto.statistics.Figures.By;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long units take, and how long it takes to bring something to them. */
@Component
class TimeNumbers {

  private static final int HALF = 50;
  private static final int NINE_OF_TEN = 90;

  /** Which time spans are drawn in one tone: until an hour, a day, a week, a month, longer. */
  private static final List<List<Wait>> TONES =
      List.of(
          List.of(Wait.MINUTE, Wait.TEN_MINUTES, Wait.HOUR),
          List.of(Wait.FOUR_HOURS, Wait.DAY),
          List.of(Wait.THREE_DAYS, Wait.WEEK),
          List.of(Wait.FORTNIGHT, Wait.MONTH),
          List.of(Wait.LONGER));

  private final Figures figures;

  TimeNumbers(Figures figures) {
    this.figures = figures;
  }

  /** Within what time half of the people get a first answer. */
  String firstAnswer(Choice choice, Wording wording) {
    return wording.within(sums(Measure.ANSWERED, By.DETAIL, choice), HALF).shown();
  }

  Section units(Choice choice, Wording wording) {
    var taken = byUnit(Measure.TAKEN, choice);
    var answered = byUnit(Measure.ANSWERED, choice);
    var rows = new ArrayList<Sheet.Row>();
    taken.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<String, Map<String, Amount>> unit) -> all(unit.getValue()).count())
                .reversed())
        .forEach(unit -> {
          var answers = answered.getOrDefault(unit.getKey(), Map.of());
          rows.add(
              new Sheet.Row(
                  wording.unit(unit.getKey()),
                  List.of(
                      wording.count(all(unit.getValue())),
                      wording.within(unit.getValue(), HALF),
                      wording.within(unit.getValue(), NINE_OF_TEN),
                      wording.within(answers, HALF),
                      wording.within(answers, NINE_OF_TEN)),
                  strip(answers)));
        });
    var together = sums(Measure.ANSWERED, By.DETAIL, choice);
    return Section.of(
        "zeiten",
        wording.text("times"),
        wording.text(
            "times.told",
            wording.within(together, HALF).shown(),
            wording.within(together, NINE_OF_TEN).shown()),
        TONES.stream().map(tone -> wording.wait(tone.getLast())).toList(),
        new Sheet(
            wording.text("times.table"),
            List.of(
                wording.text("times.unit"),
                wording.text("times.taken"),
                wording.text("times.taken.half"),
                wording.text("times.taken.most"),
                wording.text("times.answered.half"),
                wording.text("times.answered.most")),
            rows));
  }

  Section deliveries(Choice choice, Wording wording) {
    var waits = sums(Measure.DELIVERED, By.DETAIL, choice);
    var attempts = sums(Measure.ATTEMPT, By.DETAIL, choice);
    var all = all(waits).count();
    var rows = new ArrayList<Sheet.Row>();
    for (var wait : Wait.values()) {
      var amount = waits.getOrDefault(wait.code(), Amount.NONE);
      rows.add(
          new Sheet.Row(
              wording.wait(wait),
              List.of(wording.count(amount), wording.share(amount.count(), all)),
              Strip.bar(amount.count(), all)));
    }
    var first = attempts.getOrDefault(Measure.FIRST_ATTEMPT, Amount.NONE).count();
    return Section.of(
        "uebermittlung",
        wording.text("deliveries"),
        wording.text(
            "deliveries.told",
            Wording.number(all),
            wording.share(first, all(attempts).count()).shown()),
        List.of(),
        new Sheet(
            wording.text("deliveries.table"),
            List.of(
                wording.text("deliveries.within"),
                wording.text("deliveries.count"),
                wording.text("deliveries.share")),
            rows));
  }

  private Map<String, Map<String, Amount>> byUnit(Measure measure, Choice choice) {
    var units = new LinkedHashMap<String, Map<String, Amount>>();
    sums(measure, By.UNIT_DETAIL, choice)
        .forEach((key, amount) -> {
          var space = key.indexOf(' ');
          units
              .computeIfAbsent(key.substring(0, space), _ -> new LinkedHashMap<>())
              .put(key.substring(space + 1), amount);
        });
    return units;
  }

  private Map<String, Amount> sums(Measure measure, By by, Choice choice) {
    return figures.sums(
        measure, by, choice.from(), choice.to(), choice.unitAtWork(), Optional.empty());
  }

  private static Amount all(Map<String, Amount> amounts) {
    return amounts.values().stream().reduce(Amount.NONE, Amount::plus);
  }

  private static Strip strip(Map<String, Amount> waits) {
    var parts =
        TONES.stream()
            .map(tone ->
                tone.stream()
                    .mapToLong(wait -> waits.getOrDefault(wait.code(), Amount.NONE).count())
                    .sum())
            .toList();
    return Strip.of(parts, all(waits).count());
  }
}
