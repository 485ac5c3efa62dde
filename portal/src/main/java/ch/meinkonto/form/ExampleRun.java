package ch.meinkonto.form;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of an example at a moment, beside what was expected. */
final class ExampleRun {

  /**
   * Something else came.
   *
   * @param place the keys under which it was expected
   */
  record Failure(List<String> place, String message) {}

  private final Form form;
  private final RuleExample.Expected expected;
  private final Assessment assessment;
  private final ZonedDateTime now;
  private final List<Failure> failures = new ArrayList<>();

  ExampleRun(Form form, RuleExample example, ZonedDateTime now) {
    this.form = form;
    this.expected = example.expected();
    this.now = now;
    this.assessment = Validation.assess(form, example.answers(now), now);
  }

  /** Nothing when it holds. */
  List<Failure> failures() {
    expected.asked().stream()
        .filter(path -> !isAsked(path))
        .forEach(path -> fail("expected “" + path + "” to be asked, but it is not", "asked"));
    expected.notAsked().stream()
        .filter(this::isAsked)
        .forEach(path -> fail("expected “" + path + "” not to be asked, but it is", "not-asked"));
    problems();
    expected.fee().ifPresent(fee -> fee(fee.at(now)));
    expected
        .office()
        .ifPresent(office ->
            same(office.at(now), assessment.route().orElse(null), "the office", "office"));
    expected
        .calculated()
        .forEach((id, value) -> same(value.at(now), calculated(id), id, "calculated", id));
    expected.copies().ifPresent(copies -> same(copies, copied(), "the copies", "copies"));
    expected
        .calendars()
        .ifPresent(
            calendars -> same(calendars, assessment.calendars(), "the calendars", "calendars"));
    return failures;
  }

  /** An error where one is expected, and none elsewhere but what was asked and is missing. */
  private void problems() {
    var refused = expected.refused();
    var others = assessment.problems().stream().filter(p -> !isExpected(p)).toList();
    if (refused.isPresent() && !isRefusedAt(refused.get())) {
      fail("expected to be refused at “" + refused.get() + "”, but it is " + came(), "refused");
    } else if (!others.isEmpty() && refused.isPresent()) {
      fail("expected to be refused nowhere else, but it is " + told(others), "refused");
    } else if (!others.isEmpty()) {
      fail("expected to be accepted, but it is " + told(others), "name");
    }
  }

  private boolean isRefusedAt(String path) {
    return assessment.problems().stream().anyMatch(p -> Assessment.isAt(p.path(), path));
  }

  private boolean isExpected(Problem problem) {
    return expected.refused().filter(path -> Assessment.isAt(problem.path(), path)).isPresent()
        || expected.asked().stream().anyMatch(path -> Assessment.isAt(problem.path(), path));
  }

  private String came() {
    return assessment.isComplete() ? "accepted" : told(assessment.problems());
  }

  private String told(List<Problem> problems) {
    return "refused at "
        + problems.stream()
            .map(p -> "“" + p.path() + "” (" + p.own().map(this::plain).orElse(p.rule()) + ")")
            .collect(Collectors.joining(", "));
  }

  private String plain(Text text) {
    return text.plain().in(form.service().languages().fallback());
  }

  private boolean isAsked(String path) {
    return isAsked(assessment.frame(), List.of(path.split("\\.")));
  }

  private static boolean isAsked(Frame frame, List<String> path) {
    var asked = frame.asked().get(path.getFirst());
    if (asked == null || !(asked.field() instanceof Field.GroupField) || path.size() < 2) {
      return asked != null;
    }
    var item = Integer.parseInt(path.get(1));
    return item < asked.items().size()
        && (path.size() == 2 || isAsked(asked.items().get(item), path.subList(2, path.size())));
  }

  /** A form without a fee costs nothing. */
  private void fee(@Nullable Object value) {
    var due =
        form.fee().isEmpty()
            ? Optional.of(BigDecimal.ZERO)
            : assessment.fee().map(Assessment.FeeDue::amount);
    same(value, due.orElse(null), "the fee", "fee");
  }

  private @Nullable Object calculated(String id) {
    return assessment.answers().get("_calculated") instanceof Map<?, ?> values
        ? values.get(id)
        : null;
  }

  private List<String> copied() {
    return assessment.copies().stream().map(copy -> copy.to().unit().value()).toList();
  }

  private void same(@Nullable Object value, @Nullable Object came, String what, String... place) {
    if (!Objects.equals(plain(value), plain(came))) {
      fail("expected " + what + " to be " + plain(value) + ", but it is " + plain(came), place);
    }
  }

  /** 30, 30.0 and “30” say the same. */
  private static String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case List<?> list -> list.toString();
      default -> {
        var text = String.valueOf(ExampleAnswers.canonical(value));
        yield text.matches("-?\\d{1,15}(\\.\\d{1,9})?")
            ? Json.plain(new BigDecimal(text)).toPlainString()
            : text;
      }
    };
  }

  private void fail(String message, String... place) {
    failures.add(new Failure(List.of(place), message));
  }
}
