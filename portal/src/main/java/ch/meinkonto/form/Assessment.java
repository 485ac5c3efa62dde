package ch.meinkonto.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a form makes of what was given to it.
 *
 * @param answers what is sent on, as JSON values: only what is shown and readable, in canonical
 *     form, with {@code _calculated} and {@code _fee}
 * @param attachments the ids of the draft’s uploads, in the order of their parts {@code
 *     attachment-1}, {@code attachment-2} …
 * @param problems what must be changed before it can be sent, in the order of the form
 * @param steps the steps that are asked
 * @param fee what it costs, empty when nothing or not known yet
 * @param route the office that gets it
 * @param copies what other units get of it
 * @param calendars what the unit calls the calendars that fit
 */
public record Assessment(
    Frame frame,
    Map<String, Object> answers,
    List<String> attachments,
    List<Problem> problems,
    List<Step> steps,
    Optional<FeeDue> fee,
    Optional<String> route,
    List<Copy> copies,
    List<String> calendars) {

  /** Whether it can be sent. */
  public boolean isComplete() {
    return problems.isEmpty();
  }

  /** The problems of one step. */
  public List<Problem> problemsOf(Step step) {
    return problems.stream()
        .filter(p -> step.fields().stream().anyMatch(f -> isAt(p.path(), f.id())))
        .toList();
  }

  static boolean isAt(String path, String field) {
    return path.equals(field) || path.startsWith(field + ".");
  }

  /**
   * What another unit gets: some of the answers, with attachments counted from one again.
   *
   * @param steps the steps that are asked and go there
   */
  public record Copy(
      Form.Copy to, List<Step> steps, Map<String, Object> answers, List<String> attachments) {

    @Override
    public String toString() {
      return "Copy[" + to.unit() + "]"; // never what a person entered
    }
  }

  /**
   * What a request costs.
   *
   * @param ways how it is paid before the unit gets the request; none when there is nothing to pay
   *     then
   */
  public record FeeDue(
      BigDecimal amount, List<Line> lines, Fee.Recurring recurring, Set<Fee.Way> ways) {

    public FeeDue {
      ways = amount.signum() > 0 ? Set.copyOf(ways) : Set.of();
    }

    /** Whether it is paid before the unit gets the request. */
    public boolean first() {
      return !ways.isEmpty();
    }

    /** A part of it. */
    public record Line(Text label, BigDecimal amount) {}
  }

  @Override
  public String toString() {
    return "Assessment[problems=" + problems.size() + "]"; // never what a person entered
  }
}
