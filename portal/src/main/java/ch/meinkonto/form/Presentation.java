package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.expression.Scope;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How answers look to people: on the check page, and inside texts. */
record Presentation(Form form, Locale locale, Texts texts) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM.uuuu");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.uuuu, HH.mm");

  /** A text of the service’s file with its values. */
  String text(Text text, Scope scope) {
    return text.in(locale, scope, this::inText);
  }

  /** The same where it may be missing. */
  @Nullable String text(Optional<Text> text, Scope scope) {
    return text.map(t -> text(t, scope)).orElse(null);
  }

  /** The same as HTML: the file’s own words may be marked up, what a person entered never is. */
  String html(Text text, Scope scope) {
    return Prose.html(values ->
        text.in(locale, scope, (expression, value) -> values.place(inText(expression, value))));
  }

  /** What an item of a group is called: {@code Person 2}. */
  String itemTitle(Field.GroupField group, Frame.Asked asked, int index) {
    var withNumber = new LinkedHashMap<String, Object>(asked.items().get(index).values());
    withNumber.put("nr", BigDecimal.valueOf(index + 1L));
    return text(group.itemLabel(), asked.scope().inside(withNumber));
  }

  private String inText(Expression expression, @Nullable Object value) {
    var field = form.field(expression.toString().strip());
    return field.isPresent() && value != null ? shown(field.get(), value) : plain(value);
  }

  /** An answer, as expressions see it, in words. */
  String shown(Field field, Object value) {
    return switch (field) {
      case Field.ChoiceField choice -> label(choice.options(), value);
      case Field.ChoicesField choices when value instanceof List<?> list ->
          list.stream().map(id -> label(choices.options(), id)).collect(Collectors.joining("\n"));
      case Field.MonthField month when value instanceof LocalDate date ->
          YearMonth.from(date).format(MONTH);
      case Field.MoneyField money when value instanceof BigDecimal amount ->
          new Formats(locale).money(amount);
      case Field.CodeField code -> code.notation().shown(value.toString());
      case Field.AddressField address when value instanceof Map<?, ?> parts -> address(parts);
      case Field.NumberField number ->
          plain(value)
              + number.unit().map(u -> " " + u.in(locale, NO_ANSWERS, (e, v) -> "")).orElse("");
      case Field.UploadField upload when value instanceof List<?> files ->
          files.stream()
              .map(file -> file instanceof Map<?, ?> map ? String.valueOf(map.get("name")) : "")
              .collect(Collectors.joining("\n"));
      default -> plain(value);
    };
  }

  private static final Scope NO_ANSWERS =
      Scope.of(
          ZonedDateTime.of(LocalDate.EPOCH.atStartOfDay(), java.time.ZoneOffset.UTC), Map.of());

  private String label(List<Field.Option> options, Object id) {
    return options.stream()
        .filter(option -> option.id().equals(id))
        .map(option -> text(option.label(), NO_ANSWERS))
        .findFirst()
        .orElse("");
  }

  private String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "…";
      case BigDecimal number -> Json.plain(number).toPlainString();
      case LocalDate date -> date.format(DAY);
      case ZonedDateTime moment -> moment.format(MOMENT);
      case Boolean truth -> texts.text(locale, truth ? "form.yes" : "form.no");
      case Map<?, ?> parts -> address(parts);
      default -> value.toString();
    };
  }

  private String address(Map<?, ?> parts) {
    var home = "CH".equals(parts.get("land"));
    var country =
        home ? "" : Locale.of("", String.valueOf(parts.get("land"))).getDisplayCountry(locale);
    return java.util.stream.Stream.of(
            part(parts, "strasse") + " " + part(parts, "hausnummer"),
            part(parts, "zusatz"),
            part(parts, "plz") + " " + part(parts, "ort"),
            country)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String part(Map<?, ?> parts, String name) {
    return parts.get(name) instanceof String text ? text : "";
  }
}
