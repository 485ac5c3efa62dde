package ch.meinkonto.form;

import ch.meinkonto.form.Frame.Asked;
import ch.meinkonto.form.expression.Expression;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the answers of a level against what each field asks of its answer. */
final class FieldRules {

  private final List<Problem> problems = new ArrayList<>();

  List<Problem> problems() {
    return problems;
  }

  void check(List<Field> fields, Frame frame) {
    for (var field : fields) {
      var asked = frame.asked().get(field.id());
      if (asked != null) {
        check(asked);
      }
    }
  }

  private void check(Asked asked) {
    switch (asked.given()) {
      case Given.Unreadable unreadable ->
          unreadable
              .faults()
              .forEach(fault -> tell(asked, fault.part(), fault.rule(), fault.limits()));
      case Given.Nothing nothing -> missing(asked);
      case Given.Answer answer -> answered(asked, answer);
    }
    if (asked.field() instanceof Field.GroupField group) {
      asked.items().forEach(item -> check(group.fields(), item));
    }
  }

  private void missing(Asked asked) {
    if (asked.field() instanceof Field.GroupField group) {
      if (asked.items().size() < group.min()) {
        tell(asked, "min", group.min());
      } else if (asked.items().size() > group.max()) {
        tell(asked, "max", group.max());
      }
    } else if (asked.field().common().required().map(r -> r.holds(asked.scope())).orElse(true)
        && !(asked.field() instanceof Field.ChoicesField choices && choices.min() == 0)) {
      tell(asked, "required");
    }
  }

  private void answered(Asked asked, Given.Answer answer) {
    switch (asked.field()) {
      case Field.TextField text -> text(asked, text, (String) answer.value());
      case Field.NumberField number -> limits(asked, number.limits(), answer.value());
      case Field.MoneyField money -> limits(asked, money.limits(), answer.value());
      case Field.DateField date -> limits(asked, date.limits(), answer.value());
      case Field.MonthField month -> months(asked, month.limits(), (LocalDate) answer.value());
      case Field.ChoiceField choice -> offered(asked, choice.options(), List.of(answer.value()));
      case Field.ChoicesField choices -> choices(asked, choices, (List<?>) answer.value());
      case Field.UploadField upload -> uploads(asked, upload, (List<?>) answer.json());
      case Field.YesNoField yesNo -> {}
      case Field.ConsentField consent -> {}
      case Field.CodeField code -> {}
      case Field.AddressField address -> {}
      case Field.GroupField group -> {}
    }
  }

  private void text(Asked asked, Field.TextField field, String text) {
    if (text.codePointCount(0, text.length()) > field.maxLength()) {
      tell(asked, "max-length", field.maxLength());
    } else if (field.pattern().map(pattern -> !pattern.matches(text)).orElse(false)) {
      tell(asked, "pattern");
    }
  }

  private void limits(Asked asked, Field.Limits limits, Object value) {
    var min = limit(asked, limits.min());
    var max = limit(asked, limits.max());
    if (min != null && compare(value, min) < 0) {
      tell(asked, "min", min);
    } else if (max != null && compare(value, max) > 0) {
      tell(asked, "max", max);
    }
  }

  /** A month is allowed when the limit falls in it. */
  private void months(Asked asked, Field.Limits limits, LocalDate month) {
    if (limit(asked, limits.min()) instanceof LocalDate min
        && month.isBefore(min.withDayOfMonth(1))) {
      tell(asked, "min", min);
    } else if (limit(asked, limits.max()) instanceof LocalDate max && month.isAfter(max)) {
      tell(asked, "max", max);
    }
  }

  private static @Nullable Object limit(Asked asked, Optional<Expression> limit) {
    return limit.isEmpty() ? null : limit.get().evaluate(asked.scope());
  }

  private static int compare(Object value, Object limit) {
    return value instanceof BigDecimal number
        ? number.compareTo((BigDecimal) limit)
        : ((LocalDate) value).compareTo((LocalDate) limit);
  }

  private void choices(Asked asked, Field.ChoicesField field, List<?> chosen) {
    if (chosen.size() < field.min()) {
      tell(asked, "min", field.min());
    } else if (chosen.size() > field.max()) {
      tell(asked, "max", field.max());
    } else {
      offered(asked, field.options(), chosen);
    }
  }

  private void offered(Asked asked, List<Field.Option> options, List<?> chosen) {
    var all =
        options.stream()
            .filter(option -> option.when().map(w -> w.holds(asked.scope())).orElse(true))
            .map(Field.Option::id)
            .toList();
    if (!all.containsAll(chosen)) {
      tell(asked, "option");
    }
  }

  private void uploads(Asked asked, Field.UploadField field, List<?> files) {
    if (files.size() > field.maxFiles()) {
      tell(asked, "max-files", field.maxFiles());
    }
    for (var item : files) {
      var file = (UploadedFile) item;
      if (field.accept().stream().noneMatch(kind -> kind.mediaTypes().contains(file.mediaType()))) {
        tell(asked, "accept");
      }
      if (file.size() > field.maxSize().toBytes()) {
        tell(asked, "max-size", FileSizes.shown(field.maxSize()));
      }
    }
  }

  private void tell(Asked asked, String rule, Object... limits) {
    tell(asked, "", rule, List.of(limits));
  }

  private void tell(Asked asked, String part, String rule, List<Object> limits) {
    var common = asked.field().common();
    problems.add(
        new Problem(
            asked.path() + (part.isEmpty() ? "" : "." + part),
            rule,
            part.isEmpty() ? Kinds.of(asked.field()) : part,
            common.label(),
            limits,
            part.isEmpty() ? Optional.ofNullable(common.errors().get(rule)) : Optional.empty(),
            asked.scope()));
  }
}
