package ch.meinkonto.form;

import ch.meinkonto.platform.web.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Says what is wrong with an answer: in the service’s own words when it has some. */
final class ProblemWords {

  private final Presentation presentation;

  ProblemWords(Presentation presentation) {
    this.presentation = presentation;
  }

  String of(Problem problem) {
    if (problem.own().isPresent()) {
      return presentation.text(problem.own().get(), problem.scope());
    }
    var label = presentation.text(problem.label(), problem.scope());
    return presentation
        .texts()
        .text(
            presentation.locale(),
            "form.problem." + key(problem.rule(), problem.kind()),
            label,
            problem.limits().isEmpty() ? "" : limit(problem, problem.limits().getFirst()));
  }

  private static String key(String rule, String kind) {
    return switch (rule) {
      case "required" ->
          switch (kind) {
            case "choice",
                "choices",
                "yes-no",
                "date",
                "month",
                "upload",
                "consent",
                "address",
                "strasse",
                "hausnummer",
                "plz",
                "ort" ->
                "required." + kind;
            default -> "required.text";
          };
      case "invalid" ->
          switch (kind) {
            case "date",
                "month",
                "number",
                "money",
                "iban",
                "ahv",
                "uid",
                "plate",
                "dog-chip",
                "email",
                "phone",
                "plz",
                "land" ->
                "invalid." + kind;
            case "qrr", "esr-mod10" -> "invalid.reference";
            default -> "invalid.text";
          };
      case "min", "max" ->
          switch (kind) {
            case "date", "month", "choices", "group" -> rule + "." + kind;
            default -> rule + ".number";
          };
      case "option", "pattern", "max-length", "decimals", "accept", "max-size", "max-files" -> rule;
      default -> "invalid.text";
    };
  }

  private String limit(Problem problem, Object limit) {
    return switch (limit) {
      case LocalDate date when problem.kind().equals("month") ->
          "%02d.%d".formatted(date.getMonthValue(), date.getYear());
      case LocalDate date -> new Formats(presentation.locale()).date(date);
      case BigDecimal amount when problem.kind().equals("money") ->
          new Formats(presentation.locale()).money(amount);
      case BigDecimal number -> Json.plain(number).toPlainString();
      default -> limit.toString();
    };
  }
}
