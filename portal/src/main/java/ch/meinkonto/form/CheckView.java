package ch.meinkonto.form;

import ch.meinkonto.catalogue.Audience;
import ch.meinkonto.platform.yaml.Localized;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page on which one checks everything before sending it.
 *
 * @param name what the service is called
 * @param service the same as it is read here
 * @param errors address → words: what is still missing
 * @param recipients who gets it, the unit in charge first; empty when that is the only one
 * @param missing what one has to prove about oneself first
 * @param audience whose accounts may send it
 */
public record CheckView(
    Localized<String> name,
    String service,
    String draft,
    int total,
    String back,
    List<Section> sections,
    List<Map.Entry<String, String>> errors,
    StepView.@Nullable FeeView fee,
    List<Recipient> recipients,
    Missing missing,
    Audience audience) {

  /**
   * A unit that gets something of it.
   *
   * @param why what it does with it
   * @param what which steps’ answers it gets
   */
  public record Recipient(String unit, String why, String what) {}

  /** The answers of one step, or of one item of a group. */
  public record Section(String title, String change, List<Answer> answers) {}

  /**
   * One answer.
   *
   * @param text in several lines when it has several
   */
  public record Answer(String question, String text) {}
}
