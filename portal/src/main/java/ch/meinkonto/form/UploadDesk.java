package ch.meinkonto.form;

import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.platform.upload.FileInspection;
import ch.meinkonto.platform.upload.FileName;
import ch.meinkonto.platform.upload.Inspections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes files in: looks into each, and adds what may stay to the draft. */
@Component
class UploadDesk {

  private final DraftUploads uploads;
  private final Inspections inspections;
  private final FormLimits limits;

  UploadDesk(DraftUploads uploads, Inspections inspections, FormLimits limits) {
    this.uploads = uploads;
    this.inspections = inspections;
    this.limits = limits;
  }

  /**
   * Takes the files of a step’s page.
   *
   * @return those that were refused
   */
  List<RefusedFile> take(Draft draft, Step step, MultipartHttpServletRequest request) {
    limits.take(FormLimits.UPLOADS, request);
    var refused = new ArrayList<RefusedFile>();
    request
        .getMultiFileMap()
        .forEach((path, given) ->
            step.uploadField(path)
                .ifPresent(field ->
                    given.stream()
                        .filter(UploadDesk::isChosen)
                        .forEach(file ->
                            take(draft, field, path, file)
                                .map(rule -> new RefusedFile(path, rule, name(file)))
                                .ifPresent(refused::add))));
    return refused;
  }

  /** A browser sends an empty part without a name when nothing was chosen. */
  static boolean isChosen(MultipartFile file) {
    var name = file.getOriginalFilename();
    return !file.isEmpty() || (name != null && !name.isEmpty());
  }

  /** The rule that refuses the file; empty when it is taken. */
  private Optional<String> take(
      Draft draft, Field.UploadField field, String path, MultipartFile file) {
    if (uploads.count(draft, path) >= field.maxFiles()) {
      return Optional.of("max-files");
    }
    var content = Content.of(file);
    return switch (inspections.inspect(field.rules(), content)) {
      case FileInspection.Outcome.Refused(var rule) -> Optional.of(rule);
      case FileInspection.Outcome.Accepted(var mediaType) -> {
        var name = FileName.clean(file.getOriginalFilename(), mediaType);
        yield uploads.add(draft, path, name, mediaType, content).isEmpty()
            ? Optional.of("no-room")
            : Optional.empty();
      }
    };
  }

  static String name(MultipartFile file) {
    return FileName.shown(file.getOriginalFilename());
  }
}
