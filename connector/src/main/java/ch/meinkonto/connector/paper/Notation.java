package ch.meinkonto.connector.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Values as they are written in Switzerland. */
final class Notation {

  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d. MMMM uuuu", locale());
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", locale());
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d. MMMM uuuu, HH:mm 'Uhr'", locale()).withZone(ZONE);
  private static final Pattern LOOKS_LIKE_DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern LOOKS_LIKE_MONTH = Pattern.compile("\\d{4}-\\d\\d");
  private static final String CURRENCY = "CHF";
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal WORTH_GROUPING = BigDecimal.valueOf(10_000);

  private Notation() {}

  private static Locale locale() {
    return Locale.of("de", "CH");
  }

  static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  static String money(JsonNode amount) {
    return CURRENCY + " " + grouped(amount.decimalValue().setScale(2, RoundingMode.HALF_UP));
  }

  /** A single value, as its field's schema describes it. */
  static String value(JsonNode value, JsonNode schema) {
    if (value.isBoolean()) {
      return value.booleanValue() ? "Ja" : "Nein";
    }
    if (value.isNumber()) {
      String unit = schema.path("x-unit").asString("");
      return unit.equals(CURRENCY)
          ? money(value)
          : (number(value.decimalValue(), schema) + " " + unit).strip();
    }
    String text = value.asString("");
    return choice(text, schema).orElseGet(() -> written(text));
  }

  private static String number(BigDecimal number, JsonNode schema) {
    JsonNode step = schema.path("multipleOf");
    if (step.isNumber() && step.decimalValue().compareTo(CENT) == 0) {
      return grouped(number.setScale(2, RoundingMode.HALF_UP));
    }
    return number.abs().compareTo(WORTH_GROUPING) < 0 ? number.toPlainString() : grouped(number);
  }

  private static String grouped(BigDecimal number) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('’');
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(Math.max(0, number.scale()));
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }

  /**
   * The title of a choice, when the schema has one ({@code oneOf: [{const, title}]}, or {@code
   * x-options} where they change).
   */
  private static java.util.Optional<String> choice(String id, JsonNode schema) {
    return Stream.of("oneOf", "x-options")
        .flatMap(options -> schema.path(options).valueStream())
        .filter(option -> option.path("const").asString("").equals(id))
        .map(option -> option.path("title").asString(""))
        .filter(title -> !title.isBlank())
        .findFirst();
  }

  /** A Swiss number in its groups, any other as it is. */
  static String phone(String number) {
    return number.replaceFirst("^\\+41(\\d\\d)(\\d{3})(\\d\\d)(\\d\\d)$", "+41 $1 $2 $3 $4");
  }

  private static String written(String text) {
    try {
      if (LOOKS_LIKE_DATE.matcher(text).matches()) {
        return DATE.format(LocalDate.parse(text));
      }
      if (LOOKS_LIKE_MONTH.matcher(text).matches()) {
        return MONTH.format(YearMonth.parse(text));
      }
    } catch (DateTimeParseException e) {
      return text; // looked like one, and is none
    }
    return phone(text)
        .replaceFirst("^756(\\d{4})(\\d{4})(\\d\\d)$", "756.$1.$2.$3")
        .replaceFirst(
            "^([A-Z]{2}\\d\\d)(\\w{4})(\\w{4})(\\w{4})(\\w{4})(\\w)$", "$1 $2 $3 $4 $5 $6");
  }
}
