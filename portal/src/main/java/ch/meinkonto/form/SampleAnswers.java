package ch.meinkonto.form;

import ch.meinkonto.form.expression.Type;
import ch.meinkonto.form.notation.PatternSample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes up valid answers to any form, always the same ones for the same seed: for demonstrations,
 * load, and tests that fill in every service.
 */
public final class SampleAnswers {

  private static final int TRIES = 400;
  private static final List<String> WORDS =
      List.of("Linde", "Brunnen", "Seefeld", "Morgen", "Fenster", "Garten", "Ahorn", "Dorfplatz");

  /** What a number of an offer may be about: ages, grades, people. */
  private static final List<Integer> SIZES = List.of(1, 4, 12, 40, 150);

  private final Form form;
  private final ZonedDateTime now;
  private final Random random;
  private final Map<String, Object> given = new HashMap<>();

  private SampleAnswers(Form form, ZonedDateTime now, long seed) {
    this.form = form;
    this.now = now;
    this.random = new Random(seed);
    random.nextInt(); // the first draw hardly differs between neighbouring seeds
  }

  /**
   * Answers that the form accepts, as a person could give them: by field id, canonical. Uploads are
   * named {@code upload-1}, {@code upload-2} …
   *
   * @throws IllegalStateException when none are found: the form’s rules leave next to no room
   */
  public static Map<String, Object> of(Form form, ZonedDateTime now, long seed) {
    for (var turn = 0; turn < TRIES; turn++) {
      var sample = new SampleAnswers(form, now, seed * 1_000_003 + turn);
      if (sample.answer().isComplete()) {
        return sample.given;
      }
    }
    throw new IllegalStateException("no valid answers found for " + form.service().id());
  }

  /** Answers field by field, so that each sees what was answered before it. */
  private Assessment answer() {
    form.booking().ifPresent(booking -> given.put(ChosenOffer.KEY, offer(booking).json()));
    for (var id : form.order()) {
      var field = form.fields().filter(f -> f.id().equals(id)).findFirst();
      if (field.isPresent()) {
        var frame = Validation.assess(form, given, now).frame();
        answer(field.get(), given, frame);
      }
    }
    return Validation.assess(form, given, now);
  }

  private ChosenOffer offer(Booking booking) {
    var starts = now.toLocalDate().plusDays(1 + random.nextInt(100));
    var values = new HashMap<String, Object>();
    booking.values().forEach((name, type) -> values.put(name, value(type)));
    return new ChosenOffer(
        pick(WORDS) + "-" + random.nextInt(1, 1000),
        pick(WORDS),
        BigDecimal.valueOf(random.nextInt(1, 200)),
        starts,
        starts.plusDays(random.nextInt(5)),
        values,
        booking.draw() ? "7K2M9-QXA4T" : null);
  }

  private Object value(Type.Plain type) {
    return switch (type) {
      case NUMBER -> BigDecimal.valueOf(pick(SIZES));
      case TRUTH -> random.nextBoolean();
      case DATE -> now.toLocalDate().plusDays(random.nextInt(100));
      case TEXT, MOMENT, PERIOD -> pick(WORDS);
    };
  }

  private void answer(Field field, Map<String, Object> answers, Frame frame) {
    var asked = frame.asked().get(field.id());
    if (asked == null) {
      return;
    }
    var needed = field.common().required().map(r -> r.holds(frame.scope())).orElse(true);
    if (!needed && random.nextInt(3) == 0) {
      return;
    }
    if (field instanceof Field.GroupField group) {
      items(group, answers);
    } else {
      var value = value(field, frame);
      if (value != null) {
        answers.put(field.id(), value);
      }
    }
  }

  private void items(Field.GroupField group, Map<String, Object> answers) {
    var count = group.min() + random.nextInt(Math.min(3, group.max() - group.min()) + 1);
    var items = new ArrayList<Map<String, Object>>();
    answers.put(group.id(), items);
    for (var i = 0; i < count; i++) {
      var item = new LinkedHashMap<String, Object>();
      items.add(item);
      for (var id : group.order()) {
        var frame = Validation.assess(form, given, now).frame();
        var asked = frame.asked().get(group.id());
        if (asked != null && i < asked.items().size()) {
          var inside = asked.items().get(i);
          group.fields().stream()
              .filter(f -> f.id().equals(id))
              .forEach(f -> answer(f, item, inside));
        }
      }
    }
  }

  private @Nullable Object value(Field field, Frame frame) {
    return switch (field) {
      case Field.TextField text -> text(text);
      case Field.NumberField number -> number(number.limits(), frame, number.decimals());
      case Field.MoneyField money -> number(money.limits(), frame, 2);
      case Field.DateField date -> day(date.limits(), frame).map(LocalDate::toString).orElse(null);
      case Field.MonthField month ->
          day(month.limits(), frame).map(d -> YearMonth.from(d).toString()).orElse(null);
      case Field.ChoiceField choice -> pick(offered(choice.options(), frame));
      case Field.ChoicesField choices -> several(choices, frame);
      case Field.YesNoField yesNo -> random.nextBoolean();
      case Field.ConsentField consent -> true;
      case Field.CodeField code -> code.notation().sample(random);
      case Field.AddressField address -> address(address);
      case Field.UploadField upload -> files(upload);
      case Field.GroupField group -> null;
    };
  }

  private String text(Field.TextField field) {
    if (field.pattern().isPresent()) {
      var pattern = field.pattern().get();
      return PatternSample.of(pattern, pattern.pattern(), random);
    }
    var text = pick(WORDS) + " " + random.nextInt(1, 1000);
    return text.substring(0, Math.min(text.length(), field.maxLength())).strip();
  }

  private BigDecimal number(Field.Limits limits, Frame frame, int decimals) {
    var min = bound(limits.min(), frame, BigDecimal.ZERO);
    var max = bound(limits.max(), frame, min.add(BigDecimal.valueOf(100)));
    var range = max.subtract(min).max(BigDecimal.ZERO);
    var share = BigDecimal.valueOf(random.nextInt(1001), 3);
    return min.add(range.multiply(share)).setScale(decimals, RoundingMode.DOWN).max(min);
  }

  private static BigDecimal bound(
      Optional<ch.meinkonto.form.expression.Expression> limit, Frame frame, BigDecimal otherwise) {
    return limit.isPresent() && limit.get().evaluate(frame.scope()) instanceof BigDecimal number
        ? number
        : otherwise;
  }

  private Optional<LocalDate> day(Field.Limits limits, Frame frame) {
    var today = now.toLocalDate();
    var given = limits.min().map(e -> e.evaluate(frame.scope()));
    var until = limits.max().map(e -> e.evaluate(frame.scope()));
    var min = given.map(LocalDate.class::cast).orElse(today.minusDays(400));
    var max =
        until
            .map(LocalDate.class::cast)
            .orElse(min.isAfter(today) ? min.plusDays(400) : today.plusDays(400));
    var days = max.toEpochDay() - min.toEpochDay();
    return days < 0
        ? Optional.empty()
        : Optional.of(min.plusDays(random.nextLong(Math.min(days, 3650) + 1)));
  }

  private static List<String> offered(List<Field.Option> options, Frame frame) {
    return options.stream()
        .filter(option -> option.when().map(w -> w.holds(frame.scope())).orElse(true))
        .map(Field.Option::id)
        .toList();
  }

  private List<String> several(Field.ChoicesField field, Frame frame) {
    var offered = new ArrayList<>(offered(field.options(), frame));
    Collections.shuffle(offered, random);
    var most = Math.min(field.max(), offered.size());
    var count = Math.min(most, Math.max(1, field.min()) + random.nextInt(2));
    return List.copyOf(offered.subList(0, count));
  }

  /** In a place that the form’s tables know, or in another one. */
  private Map<String, Object> address(Field.AddressField field) {
    var known =
        form.tables().values().stream()
            .flatMap(table -> table.rows().keySet().stream())
            .filter(key -> key.matches("[1-9]\\d{3}"))
            .sorted()
            .toList();
    var abroad = field.foreign() && random.nextInt(4) == 0;
    var address = new LinkedHashMap<String, Object>();
    address.put("strasse", pick(WORDS) + "strasse");
    address.put("hausnummer", String.valueOf(random.nextInt(1, 200)));
    address.put("plz", known.isEmpty() || random.nextInt(4) == 0 ? "3011" : pick(known));
    address.put("ort", "Musterstadt");
    address.put("land", abroad ? "AT" : "CH");
    return address;
  }

  private List<Map<String, Object>> files(Field.UploadField field) {
    var kind = pick(List.copyOf(field.accept()));
    var type = pick(kind.mediaTypes());
    var file = new LinkedHashMap<String, Object>();
    file.put("id", "upload-" + field.id());
    file.put("fileName", "beleg." + type.substring(type.indexOf('/') + 1));
    file.put("mediaType", type);
    file.put("size", 1_000L + random.nextInt(100_000));
    return List.of(file);
  }

  private <T> T pick(List<T> list) {
    if (list.isEmpty()) {
      throw new IllegalStateException("nothing to choose from today");
    }
    return list.get(random.nextInt(list.size()));
  }
}
