package ch.meinkonto.form;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers to a service’s form, and what must come of them: a rule of the service as its unit would
 * tell it to a newcomer.
 */
public final class RuleExample {

  private final String name;
  private final Optional<LocalDateTime> now;
  private final Map<String, ExampleAnswer> answers;
  private final Expected expected;

  RuleExample(
      String name,
      Optional<LocalDateTime> now,
      Map<String, ExampleAnswer> answers,
      Expected expected) {
    this.name = name;
    this.now = now;
    this.answers = answers;
    this.expected = expected;
  }

  /**
   * What must come of it. What is empty is not looked at, but for what {@link #isSendable} says.
   *
   * @param refused at which field an error is told
   * @param calculated values by name; nothing where there is none
   * @param copies which units get a copy, in order
   * @param calendars which calendars fit, in order
   * @param asked fields that must be asked
   * @param notAsked fields that must not
   */
  record Expected(
      Optional<String> refused,
      Optional<ExampleAnswer> fee,
      Optional<ExampleAnswer> office,
      Map<String, ExampleAnswer> calculated,
      Optional<List<String>> copies,
      Optional<List<String>> calendars,
      List<String> asked,
      List<String> notAsked) {}

  /** The rule that it shows. */
  public String name() {
    return name;
  }

  /** Whether it speaks of one moment, and not of whatever day it is. */
  public boolean isOfOneMoment() {
    return now.isPresent();
  }

  /** The answers at a moment in the city’s zone: by field id, as a draft holds them. */
  public Map<String, Object> answers(ZonedDateTime at) {
    return ExampleAnswer.all(answers, at);
  }

  /** Whether it is complete, so that it can be sent. */
  public boolean isSendable() {
    return expected.refused().isEmpty() && expected.asked().isEmpty();
  }

  /** The field at which an error is told. */
  public Optional<String> refused() {
    return expected.refused();
  }

  /** Fields that must be asked. */
  public List<String> asked() {
    return expected.asked();
  }

  /** Fields that must not. */
  public List<String> notAsked() {
    return expected.notAsked();
  }

  /** What is due, when the example says it. */
  public Optional<BigDecimal> fee(ZonedDateTime at) {
    return expected.fee().flatMap(fee -> number(fee.at(at)));
  }

  static Optional<BigDecimal> number(@Nullable Object value) {
    return Typed.text(value).flatMap(Typed::number);
  }

  Optional<LocalDateTime> now() {
    return now;
  }

  Expected expected() {
    return expected;
  }

  @Override
  public String toString() {
    return name;
  }
}
