package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.expression.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks what was given to a form. It takes whatever comes, from a browser or as JSON, and tells
 * what it is worth: nothing that a person or a program sends makes it fail.
 */
public final class Validation {

  private final Form form;
  private final Frame frame;
  private final List<String> attachments = new ArrayList<>();

  private Validation(Form form, Frame frame) {
    this.form = form;
    this.frame = frame;
  }

  /**
   * Assesses what was given.
   *
   * @param given by field id; unknown keys are left away
   * @param now the moment, in the city’s zone
   */
  public static Assessment assess(Form form, Map<?, ?> given, ZonedDateTime now) {
    var frame = Frame.outermost(now);
    var offer = form.booking().flatMap(b -> ChosenOffer.read(b, given.get(ChosenOffer.KEY)));
    offer.ifPresent(chosen -> frame.values().put(Booking.NAME, chosen.named()));
    return new Validation(form, FormWalk.walk(form, frame, given)).assessment(offer);
  }

  /**
   * Whether these are answers exactly as this form sends them on: complete, canonical, nothing
   * besides.
   */
  public static boolean isSendable(Form form, Map<String, ?> answers, ZonedDateTime now) {
    var assessment = assess(form, answers, now);
    return assessment.isComplete()
        && Json.same(assessment.answers(), answers)
        && (form.booking().isEmpty() || answers.containsKey(ChosenOffer.KEY));
  }

  private Assessment assessment(Optional<ChosenOffer> offer) {
    var rules = new FieldRules();
    rules.check(form.fields().toList(), frame);
    var problems = new ArrayList<>(rules.problems());
    form.rules().forEach(rule -> check(rule, problems));
    var answers = level(form.fields().toList(), frame);
    offer.ifPresent(chosen -> answers.put(ChosenOffer.KEY, booked(chosen)));
    var calculated = calculated();
    if (!calculated.isEmpty()) {
      answers.put("_calculated", calculated);
    }
    var fee = form.fee().flatMap(this::due);
    fee.ifPresent(due -> answers.put("_fee", json(due)));
    return new Assessment(
        frame,
        answers,
        List.copyOf(attachments),
        inOrder(problems),
        asked().toList(),
        fee,
        form.route().flatMap(route -> text(route.evaluate(frame.scope()))),
        copies(form, frame, copy -> !copy.rehearsed()),
        calendars());
  }

  private List<String> calendars() {
    return form.calendars().stream()
        .filter(one -> holds(one.when(), frame.scope()))
        .flatMap(one -> text(one.calendar().evaluate(frame.scope())).stream())
        .toList();
  }

  /** What goes to units that do not decide, of those copies that are asked for. */
  static List<Assessment.Copy> copies(Form form, Frame frame, Predicate<Form.Copy> which) {
    return form.copies().stream()
        .filter(which)
        .filter(copy -> holds(copy.when(), frame.scope()))
        .map(copy -> new Validation(form, frame).copy(copy))
        .filter(copy -> !copy.answers().isEmpty())
        .toList();
  }

  /**
   * With how many places are booked: one for each person, if the form asks for persons and does not
   * enter them in a draw together.
   */
  private Map<String, Object> booked(ChosenOffer offer) {
    var booked = offer.json();
    booked.put(
        ChosenOffer.PLACES,
        form.booking()
            .filter(booking -> !booking.draw())
            .flatMap(Booking::persons)
            .map(persons -> frame.asked().get(persons.group()))
            .map(asked -> Math.max(1, asked.items().size()))
            .orElse(1));
    return booked;
  }

  private Assessment.Copy copy(Form.Copy copy) {
    var steps = asked().filter(step -> copy.steps().contains(step.id())).toList();
    var fields = steps.stream().flatMap(step -> step.fields().stream()).toList();
    return new Assessment.Copy(copy, steps, level(fields, frame), List.copyOf(attachments));
  }

  private Stream<Step> asked() {
    return form.steps().stream().filter(step -> holds(step.when(), frame.scope()));
  }

  private List<Problem> inOrder(List<Problem> problems) {
    return form.fields()
        .flatMap(f -> problems.stream().filter(p -> Assessment.isAt(p.path(), f.id())))
        .toList();
  }

  /**
   * A rule is looked at once its field is answered and nothing it speaks of has a problem of its
   * own: one mistake, one complaint.
   */
  private void check(Form.Rule rule, List<Problem> problems) {
    var asked = frame.asked().get(rule.at());
    if (asked == null || isUnanswered(asked) || !holds(rule.when(), frame.scope())) {
      return;
    }
    var names = Order.names(Stream.of(rule.that()), 0);
    var concerned =
        problems.stream()
            .anyMatch(p ->
                Assessment.isAt(p.path(), rule.at())
                    || names.stream().anyMatch(name -> Assessment.isAt(p.path(), name)));
    if (!concerned && !rule.that().holds(frame.scope())) {
      problems.add(
          new Problem(
              rule.at(),
              "rule",
              Kinds.of(asked.field()),
              asked.field().common().label(),
              List.of(),
              Optional.of(rule.error()),
              frame.scope()));
    }
  }

  private static boolean isUnanswered(Frame.Asked asked) {
    return asked.given() instanceof Given.Nothing && !(asked.field() instanceof Field.GroupField);
  }

  private static boolean holds(Optional<Expression> condition, Scope scope) {
    return condition.map(c -> c.holds(scope)).orElse(true);
  }

  private Map<String, Object> level(List<Field> fields, Frame level) {
    var json = new LinkedHashMap<String, Object>();
    for (var field : fields) {
      var asked = level.asked().get(field.id());
      if (asked != null && field instanceof Field.GroupField group) {
        json.put(
            field.id(), asked.items().stream().map(item -> level(group.fields(), item)).toList());
      } else if (asked != null && asked.given() instanceof Given.Answer answer) {
        json.put(field.id(), json(field, answer));
      }
    }
    return json;
  }

  private Object json(Field field, Given.Answer answer) {
    return switch (field) {
      case Field.UploadField upload ->
          ((List<?>) answer.json()).stream().map(this::attached).toList();
      case Field.AddressField address -> PostalAddress.inOrder((Map<?, ?>) answer.json());
      default -> answer.json();
    };
  }

  private Map<String, Object> attached(Object file) {
    var upload = (UploadedFile) file;
    attachments.add(upload.id());
    return upload.sentAs("attachment-" + attachments.size());
  }

  private Map<String, Object> calculated() {
    var values = new LinkedHashMap<String, Object>();
    for (var calculated : form.calculated()) {
      var value = json(frame.values().get(calculated.id()));
      if (value != null) {
        values.put(calculated.id(), value);
      }
    }
    return values;
  }

  private static @Nullable Object json(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> Json.plain(number);
      case LocalDate date -> date.toString();
      case ZonedDateTime moment -> moment.toOffsetDateTime().toString();
      case Boolean truth -> truth;
      default -> value.toString();
    };
  }

  private Optional<Assessment.FeeDue> due(Fee fee) {
    var lines = new ArrayList<Assessment.FeeDue.Line>();
    var sum = BigDecimal.ZERO;
    for (var line : fee.lines()) {
      if (holds(line.when(), frame.scope())) {
        if (!(line.amount().evaluate(frame.scope()) instanceof BigDecimal amount)) {
          return Optional.empty();
        }
        lines.add(new Assessment.FeeDue.Line(line.label(), francs(amount)));
        sum = sum.add(francs(amount));
      }
    }
    @Nullable Object total =
        fee.amount().isEmpty() ? sum : fee.amount().get().evaluate(frame.scope());
    return total instanceof BigDecimal amount
        ? Optional.of(new Assessment.FeeDue(francs(amount), lines, fee.recurring(), fee.ways()))
        : Optional.empty();
  }

  private static BigDecimal francs(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  /** The office reads the fee in its own language. */
  private Map<String, Object> json(Assessment.FeeDue due) {
    var json = new LinkedHashMap<String, Object>();
    json.put("amount", due.amount());
    json.put("currency", "CHF");
    if (due.recurring() != Fee.Recurring.ONCE) {
      json.put("recurring", due.recurring().name().toLowerCase(java.util.Locale.ROOT));
    }
    var language = java.util.Locale.forLanguageTag(form.service().languages().fallback());
    json.put(
        "lines",
        due.lines().stream()
            .map(line -> {
              var entry = new LinkedHashMap<String, Object>();
              entry.put(
                  "label",
                  line.label()
                      .in(language, frame.scope(), (e, v) -> v == null ? "" : v.toString()));
              entry.put("amount", line.amount());
              return entry;
            })
            .toList());
    return json;
  }

  private static Optional<String> text(@Nullable Object value) {
    return Optional.ofNullable(value).map(Object::toString);
  }
}
