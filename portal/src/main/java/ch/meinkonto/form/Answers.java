package ch.meinkonto.form;

import ch.meinkonto.form.Given.Answer;
import ch.meinkonto.form.Given.Nothing;
import ch.meinkonto.form.Given.Unreadable;
import ch.meinkonto.form.notation.Notation;
import ch.meinkonto.platform.Printable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what was given to one field (a group’s items are read by {@link FormWalk}). */
final class Answers {

  private Answers() {}

  static Given read(Field field, @Nullable Object given) {
    if (given == null || Typed.isBlank(given)) {
      return new Nothing();
    }
    return switch (field) {
      case Field.TextField text -> text(text, given);
      case Field.NumberField number -> number(given, number.decimals(), false);
      case Field.MoneyField money -> number(given, 2, true);
      case Field.DateField date ->
          Typed.date(given)
              .<Given>map(d -> new Answer(d.toString(), d))
              .orElseGet(Answers::invalid);
      case Field.MonthField month ->
          Typed.month(given)
              .<Given>map(m -> new Answer(m.toString(), m.atDay(1)))
              .orElseGet(Answers::invalid);
      case Field.ChoiceField choice -> choice(choice, given);
      case Field.ChoicesField choices -> choices(choices, given);
      case Field.YesNoField yesNo ->
          Typed.truth(given).<Given>map(Answer::of).orElseGet(Answers::invalid);
      case Field.ConsentField consent ->
          Typed.truth(given)
              .<Given>map(ticked -> ticked ? Answer.of(true) : new Nothing())
              .orElseGet(Answers::invalid);
      case Field.CodeField code -> code(code.notation(), given);
      case Field.AddressField address -> PostalAddress.read(address, given);
      case Field.UploadField upload -> uploads(given);
      case Field.GroupField group -> new Nothing();
    };
  }

  private static Given invalid() {
    return Unreadable.because("invalid");
  }

  private static Given text(Field.TextField field, Object given) {
    if (!(given instanceof String) && !(given instanceof Number)) {
      return invalid();
    }
    var typed = Typed.text(given);
    if (typed.isEmpty()) {
      return Unreadable.because("max-length", field.maxLength());
    }
    var text = field.lines() > 1 ? Typed.lines(typed.get()) : Printable.line(typed.get());
    return text.isEmpty() ? new Nothing() : Answer.of(text);
  }

  private static Given number(Object given, int decimals, boolean money) {
    var number =
        given instanceof Boolean
            ? Optional.<BigDecimal>empty()
            : Typed.text(given).flatMap(Typed::number);
    if (number.isEmpty()) {
      return invalid();
    }
    var plain = number.get().stripTrailingZeros();
    if (plain.scale() > decimals) {
      return Unreadable.because("decimals", decimals);
    }
    return Answer.of(
        plain.setScale(money ? 2 : Math.max(0, plain.scale()), RoundingMode.UNNECESSARY));
  }

  private static Given choice(Field.ChoiceField field, Object given) {
    return Typed.text(given)
        .filter(id -> isOption(field.options(), id))
        .<Given>map(Answer::of)
        .orElseGet(() -> Unreadable.because("option"));
  }

  /** In the order of the options, each once. */
  private static Given choices(Field.ChoicesField field, Object given) {
    var list = given instanceof List<?> several ? several : List.of(given);
    var chosen = new LinkedHashSet<String>();
    for (var item : list) {
      var id = Typed.text(item).filter(text -> isOption(field.options(), text));
      if (id.isEmpty()) {
        return Unreadable.because("option");
      }
      chosen.add(id.get());
    }
    return Answer.of(
        field.options().stream().map(Field.Option::id).filter(chosen::contains).toList());
  }

  private static boolean isOption(List<Field.Option> options, String id) {
    return options.stream().anyMatch(option -> option.id().equals(id));
  }

  private static Given code(Notation notation, Object given) {
    return Typed.text(given)
        .filter(typed -> typed.length() <= Notation.MAX_TYPED)
        .flatMap(typed -> notation.canonical(Printable.line(typed)))
        .<Given>map(Answer::of)
        .orElseGet(Answers::invalid);
  }

  /** Files have been looked at when they arrived: here they are only counted. */
  private static Given uploads(Object given) {
    if (!(given instanceof List<?> list) || list.size() > Declarations.MAX_FILES) {
      return invalid();
    }
    var files = new ArrayList<UploadedFile>();
    for (var item : list) {
      var file = UploadedFile.read(item);
      if (file.isEmpty()) {
        return invalid();
      }
      files.add(file.get());
    }
    var values =
        files.stream()
            .map(file -> Map.of("name", file.fileName(), "size", BigDecimal.valueOf(file.size())))
            .collect(Collectors.toList());
    return new Answer(List.copyOf(files), values);
  }
}
