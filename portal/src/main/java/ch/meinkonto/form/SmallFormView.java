package ch.meinkonto.form;

import java.util.List;
import java.util.Map;

/**
 * The fields of a question, as their page shows them.
 *
 * @param errors path → words, for the error summary
 * @param asked the paths of the fields that are shown, so that the server knows what was asked
 * @param files whether files can be added
 */
public record SmallFormView(
    List<FieldView> fields,
    List<Map.Entry<String, String>> errors,
    List<String> asked,
    boolean files) {}
