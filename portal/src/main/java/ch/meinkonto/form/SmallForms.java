package ch.meinkonto.form;

import ch.meinkonto.directory.City;
import ch.meinkonto.directory.CityFolder;
import ch.meinkonto.platform.yaml.Finding;
import ch.meinkonto.platform.yaml.Findings;
import ch.meinkonto.platform.yaml.YamlFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the fields of units' questions, in the language of services' files and by the same reader.
 * What a unit sends comes from outside: it is small, asks on one page, and says nothing that cannot
 * be seen.
 */
@Component
public class SmallForms {

  private static final int LARGEST = 16 * 1024;
  private static final int MOST_FIELDS = 12;
  private static final Path PLACE = Path.of("fields");

  /** Lines that are read before the first field, each of which has a line of its own. */
  private static final String AROUND =
      """
      form:
        steps:
          - id: frage
            title: "?"
            fields:
      """;

  private static final int LINES_AROUND = 5;
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}&&[^\\n\\t]]");

  /** One line, and no letter that a reader of YAML could take for something else. */
  private static final JsonMapper ONE_LINE =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final CityFolder folder;

  SmallForms(CityFolder folder) {
    this.folder = folder;
  }

  /** What came of reading. */
  public sealed interface Reading {

    /** It can be asked. */
    record Askable(SmallForm form) implements Reading {}

    /**
     * It can't be asked.
     *
     * @param why where, and why: for the unit's people
     */
    record Refused(String why) implements Reading {}
  }

  /** Reads fields, a JSON array. */
  public Reading read(String fields) {
    if (fields.length() > LARGEST) {
      return new Reading.Refused("fields: larger than 16 KB");
    }
    try {
      return read(ONE_LINE.readTree(fields));
    } catch (JacksonException e) {
      return new Reading.Refused("fields: not JSON");
    }
  }

  private Reading read(JsonNode fields) {
    if (!fields.isArray() || fields.isEmpty() || fields.size() > MOST_FIELDS) {
      return new Reading.Refused("fields: must be a list of 1 to " + MOST_FIELDS);
    }
    var text = new StringBuilder(AROUND);
    for (var i = 0; i < fields.size(); i++) {
      var field = fields.get(i);
      var flaw = flaw(field);
      if (flaw.isPresent()) {
        return new Reading.Refused(place(i, fields) + flaw.get());
      }
      text.append("        - ").append(ONE_LINE.writeValueAsString(field)).append('\n');
    }
    var findings = new Findings();
    var header = new ServiceHeader("frage", 1, folder.get(City.class).languages());
    var root = YamlFile.parse(PLACE, text.toString(), findings);
    var form = findings.isEmpty() ? FormReader.read(root, header) : Optional.<Form>empty();
    if (form.isEmpty()) {
      return new Reading.Refused(why(findings, fields));
    }
    return form.get().fields().anyMatch(SmallForms::isTooLarge)
        ? new Reading.Refused("fields: a file of an answer has at most 10 MB")
        : new Reading.Askable(new SmallForm(form.get()));
  }

  private static boolean isTooLarge(Field field) {
    return field instanceof Field.UploadField upload
        && upload.maxSize().compareTo(FieldReader.DEFAULT_FILE) > 0;
  }

  /** What a service's file may have, and a question may not. */
  private static Optional<String> flaw(JsonNode field) {
    if (!field.isObject()) {
      return Optional.of("must be an object");
    }
    var type = field.path("type").asString("");
    if (type.equals("group") || type.equals("text-block")) {
      return Optional.of("a question has no " + type);
    }
    if (field.has("prefill")) {
      return Optional.of("a question has no prefill");
    }
    return hasUnseen(field) ? Optional.of("has letters that cannot be seen") : Optional.empty();
  }

  private static boolean hasUnseen(JsonNode node) {
    return node.isString()
        ? UNSEEN.matcher(node.asString()).find()
        : node.propertyNames().stream().anyMatch(name -> UNSEEN.matcher(name).find())
            || node.valueStream().anyMatch(SmallForms::hasUnseen);
  }

  private static String why(Findings findings, JsonNode fields) {
    return findings.all().stream()
        .findFirst()
        .map(finding -> place(finding, fields) + finding.message())
        .orElse("fields: cannot be read");
  }

  private static String place(Finding finding, JsonNode fields) {
    return place(finding.line() - LINES_AROUND - 1, fields);
  }

  /** {@code fields[2] (seit): }. */
  private static String place(int index, JsonNode fields) {
    if (index < 0 || index >= fields.size()) {
      return "fields: ";
    }
    var id = fields.get(index).path("id").asString("");
    return "fields[" + index + "]" + (id.matches("[a-z0-9-]{1,60}") ? " (" + id + ")" : "") + ": ";
  }
}
