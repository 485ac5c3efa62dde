package ch.meinkonto.form;

import ch.meinkonto.platform.yaml.Localized;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step’s page.
 *
 * @param name what the service is called
 * @param service the same as it is read here
 * @param draft the draft’s address
 * @param address where the page’s form is sent to
 * @param disturbances what does not work at the moment
 * @param number of this step, counted from 1
 * @param total number of steps with the check page
 * @param back where one comes from
 * @param toCheck whether one came from the check page and goes back there
 * @param errors path → words, for the error summary
 * @param asked the paths of the fields that are shown, so that the server knows what was asked
 */
public record StepView(
    Localized<String> name,
    String service,
    String draft,
    String address,
    String title,
    @Nullable String introHtml,
    List<String> disturbances,
    @Nullable String notesHtml,
    int number,
    int total,
    String back,
    boolean toCheck,
    boolean files,
    boolean loginLater,
    List<FieldView> fields,
    List<Map.Entry<String, String>> errors,
    List<String> asked,
    @Nullable FeeView fee) {

  /** Whether it is about a person whom somebody may keep on their own device. */
  public boolean ofPerson() {
    return FieldView.ofPerson(fields);
  }

  /**
   * What it costs so far.
   *
   * @param first whether it is paid before the unit gets the request
   */
  public record FeeView(
      List<Map.Entry<String, String>> lines,
      String total,
      @Nullable String recurring,
      boolean first) {}
}
