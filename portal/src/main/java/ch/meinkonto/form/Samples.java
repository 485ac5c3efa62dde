package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Submissions that nobody sent, of services whose units only try out their systems. */
@Component
public class Samples {

  private final Forms forms;
  private final JsonMapper json;

  Samples(Forms forms, JsonMapper json) {
    this.forms = forms;
    this.json = json;
  }

  /**
   * One that the service’s form accepts, the same answers for the same seed; empty when there is no
   * such form.
   */
  public Optional<Submission> of(ServiceId service, long seed) {
    return of(service, seed, 0);
  }

  /** The same with files of at least so many bytes. */
  public Optional<Submission> of(ServiceId service, long seed, int bytes) {
    return forms.rehearsed(service).map(form -> made(service, form.form(), seed, bytes));
  }

  private Submission made(ServiceId service, Form form, long seed, int bytes) {
    var given = SampleAnswers.of(form, forms.now(), seed);
    var files = new HashMap<String, SampleFile>();
    giveContent(given, bytes, files);
    var assessment = forms.assess(form, given);
    return new Submission(
        Ids.next(),
        service,
        form.service().version(),
        json.writeValueAsBytes(assessment.answers()),
        files(assessment.attachments(), files),
        Locale.forLanguageTag(form.service().languages().codes().getFirst()),
        Optional.empty(),
        assessment.route(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Submission.File> files(List<String> ids, Map<String, SampleFile> contents) {
    var files = new ArrayList<Submission.File>();
    for (var id : ids) {
      var part = "attachment-" + (files.size() + 1);
      var content = Objects.requireNonNull(contents.get(id), "a file that was made up");
      files.add(content.as(part, id.substring(id.indexOf('-') + 1)));
    }
    return files;
  }

  /** What is said of a file that was made up becomes true. */
  private static void giveContent(Object given, int bytes, Map<String, SampleFile> files) {
    switch (given) {
      case Map<?, ?> map when map.get("mediaType") instanceof String && map.containsKey("size") -> {
        var file = SampleFile.of(String.valueOf(map.get("mediaType"))).filledUpTo(bytes);
        @SuppressWarnings("unchecked") // SampleAnswers made it
        var described = (Map<String, Object>) map;
        described.put("mediaType", file.mediaType());
        described.put("fileName", file.name());
        described.put("size", (long) file.content().length);
        files.put(String.valueOf(map.get("id")), file);
      }
      case Map<?, ?> map -> map.values().forEach(value -> giveContent(value, bytes, files));
      case List<?> list -> list.forEach(item -> giveContent(item, bytes, files));
      default -> {}
    }
  }
}
