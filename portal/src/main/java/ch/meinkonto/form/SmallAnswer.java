package ch.meinkonto.form;

import java.util.List;
import java.util.Map;

/** What came of answering a question with fields. */
public sealed interface SmallAnswer {

  /** Something has to be corrected, or is asked in addition. */
  record Incomplete(SmallFormView view) implements SmallAnswer {}

  /**
   * It can be sent.
   *
   * @param answers by field, as the schema describes them
   * @param schema the JSON Schema of just these fields
   * @param text the same to read, in the language of the one who answered
   * @param unitText the same in the language of the city's offices
   * @param files in the order of their parts
   */
  record Complete(
      Map<String, Object> answers,
      Map<String, Object> schema,
      String text,
      String unitText,
      List<Submission.File> files)
      implements SmallAnswer {

    @Override
    public String toString() {
      return "Complete[" + files.size() + " files]"; // never what a person entered
    }
  }
}
