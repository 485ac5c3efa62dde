package ch.meinkonto.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts the page together; the same is not summed up twice, until there is something new, or a
 * service may have got another name.
 */
@Component
class Overviews {

  private static final int MOST = 500;
  private static final Duration KEPT = Duration.ofMinutes(15);

  private final Figures figures;
  private final Choices choices;
  private final Numbers numbers;
  private final Wordings wordings;
  private final Cache<Asked, Overview> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  Overviews(Figures figures, Choices choices, Numbers numbers, Wordings wordings) {
    this.figures = figures;
    this.choices = choices;
    this.numbers = numbers;
    this.wordings = wordings;
  }

  private record Asked(
      String query,
      YearMonth first,
      YearMonth last,
      Optional<YearMonth> lastOfForms,
      Locale locale) {}

  /** All that is asked for; empty when nothing is published yet. */
  Optional<Overview> of(String period, String unit, String service, Locale locale) {
    var first = figures.firstMonth();
    var last = figures.lastMonth();
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    var choice = choices.of(period, unit, service, first.get(), last.get());
    return Optional.of(
        known.get(
            new Asked(choice.query(), first.get(), last.get(), figures.lastMonthOfForms(), locale),
            _ -> put(choice, wordings.in(locale))));
  }

  /** The periods of which there are numbers, to choose from. */
  List<Map.Entry<String, String>> periods(Locale locale) {
    return figures
        .firstMonth()
        .map(
            first -> choices.periods(first, figures.lastMonth().orElse(first), wordings.in(locale)))
        .orElse(List.of());
  }

  private Overview put(Choice choice, Wording wording) {
    var keys = new ArrayList<Map.Entry<String, String>>();
    var sections = new ArrayList<Section>();
    numbers.fill(choice, wording, keys, sections);
    return new Overview(
        choice,
        figures.anySample(),
        wording.month(choice.to()),
        List.copyOf(keys),
        List.copyOf(sections));
  }
}
