package ch.meinkonto.form;

import ch.meinkonto.platform.upload.FileInspection;
import ch.meinkonto.platform.upload.FileName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Takes files in: looks into each, and adds what may stay to the draft. */
@Component
class UploadDesk {

  private static final java.util.Set<String> RULES =
      java.util.Set.of(
          "empty-file",
          "max-size",
          "accept",
          "unreadable-file",
          "locked-file",
          "max-pages",
          "max-pixels",
          "max-files",
          "no-room");

  private final DraftUploads uploads;

  UploadDesk(DraftUploads uploads) {
    this.uploads = uploads;
  }

  /** Whether this is the name of a rule that refuses files. */
  static boolean isRule(String rule) {
    return RULES.contains(rule);
  }

  /**
   * Takes the files of a step’s page.
   *
   * @return the first that was refused
   */
  Optional<DraftPages.RefusedFile> take(
      Draft draft, Step step, MultiValueMap<String, MultipartFile> files) {
    Optional<DraftPages.RefusedFile> refused = Optional.empty();
    for (var entry : files.entrySet()) {
      var field = field(step, entry.getKey());
      var chosen = entry.getValue().stream().filter(UploadDesk::isChosen).toList();
      if (field.isPresent() && !chosen.isEmpty()) {
        var rule = take(draft, field.get(), entry.getKey(), chosen);
        refused = refused.or(() -> rule.map(r -> new DraftPages.RefusedFile(entry.getKey(), r)));
      }
    }
    return refused;
  }

  /** A browser sends an empty part without a name when nothing was chosen. */
  private static boolean isChosen(MultipartFile file) {
    var name = file.getOriginalFilename();
    return !file.isEmpty() || (name != null && !name.isEmpty());
  }

  private Optional<String> take(
      Draft draft, Field.UploadField field, String path, List<MultipartFile> files) {
    var count = draft.uploads(path).size();
    for (var file : files) {
      if (++count > field.maxFiles()) {
        return Optional.of("max-files");
      }
      switch (FileInspection.inspect(field.rules(), bytes(file))) {
        case FileInspection.Outcome.Refused(var rule) -> {
          return Optional.of(rule);
        }
        case FileInspection.Outcome.Accepted(var mediaType) -> {
          var name = FileName.clean(file.getOriginalFilename(), mediaType);
          if (uploads.add(draft, path, name, mediaType, bytes(file)).isEmpty()) {
            return Optional.of("no-room");
          }
        }
      }
    }
    return Optional.empty();
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The upload field that a path of this step names. */
  private static Optional<Field.UploadField> field(Step step, String path) {
    var parts = path.split("\\.");
    return step.fields().stream()
        .filter(field -> field.id().equals(parts[0]))
        .flatMap(field ->
            field instanceof Field.GroupField group && parts.length == 3
                ? group.fields().stream().filter(f -> f.id().equals(parts[2]))
                : java.util.stream.Stream.of(field))
        .filter(Field.UploadField.class::isInstance)
        .map(Field.UploadField.class::cast)
        .findFirst();
  }
}
