package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Submissions that nobody sent, of services whose units only try out their systems. */
@Component
public class Samples {

  private static final int SEEDS = 24;

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
    return forms.rehearsed(service).map(form -> made(form.form(), seed, bytes, Optional.empty()));
  }

  /**
   * For each service of another unit that gives this one a part of its requests: one of which it
   * gets a part, with that part as its only copy.
   */
  public List<Submission> copiedTo(UnitId unit) {
    return forms.copying(unit).stream().flatMap(one -> copied(one.form(), unit).stream()).toList();
  }

  /** Whether a part goes there depends on the answers. */
  private Optional<Submission> copied(Form form, UnitId unit) {
    return LongStream.rangeClosed(1, SEEDS)
        .mapToObj(seed -> made(form, seed, 0, Optional.of(unit)))
        .filter(made -> !made.copies().isEmpty())
        .findFirst();
  }

  private Submission made(Form form, long seed, int bytes, Optional<UnitId> copiedTo) {
    var given = SampleAnswers.of(form, forms.now(), seed);
    var files = new HashMap<String, SampleFile>();
    giveContent(given, bytes, files);
    var assessment = forms.assess(form, given);
    return new Submission(
        Ids.next(),
        new ServiceId(form.service().id()),
        form.service().version(),
        json.writeValueAsBytes(assessment.answers()),
        files(assessment.attachments(), files),
        Locale.forLanguageTag(form.service().languages().codes().getFirst()),
        Optional.empty(),
        assessment.route(),
        Validation.copies(
                form, assessment.frame(), copy -> copiedTo.filter(copy.unit()::equals).isPresent())
            .stream()
            .map(copy -> copy(copy, files))
            .toList(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private Submission.Copy copy(Assessment.Copy copy, Map<String, SampleFile> files) {
    return new Submission.Copy(
        copy.to().unit(), json.writeValueAsBytes(copy.answers()), files(copy.attachments(), files));
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
