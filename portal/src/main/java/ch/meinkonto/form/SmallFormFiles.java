package ch.meinkonto.form;

import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.platform.upload.FileInspection;
import ch.meinkonto.platform.upload.FileName;
import ch.meinkonto.platform.upload.Inspections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Looks at the files of an answer that is sent in one go. */
@Component
class SmallFormFiles {

  static final Taken NONE = new Taken(Map.of(), Map.of(), List.of());

  static final DataSize LARGEST_TOGETHER = DataSize.ofMegabytes(25);

  private final Inspections inspections;
  private final FormLimits limits;

  SmallFormFiles(Inspections inspections, FormLimits limits) {
    this.inspections = inspections;
    this.limits = limits;
  }

  /**
   * What was taken.
   *
   * @param given by field: what the answers tell of the files
   * @param files by the ids in {@code given}
   * @param refused those that were not taken
   */
  record Taken(
      Map<String, List<Object>> given,
      Map<String, Submission.File> files,
      List<RefusedFile> refused) {

    Submission.File file(String id, String part) {
      var file = Objects.requireNonNull(files.get(id));
      return new Submission.File(
          part, file.fileName(), file.mediaType(), file.content(), file.field());
    }
  }

  Taken take(Step step, MultipartHttpServletRequest request) {
    limits.take(FormLimits.UPLOADS, request);
    var taken = new Taken(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    for (var field : step.fields()) {
      if (field instanceof Field.UploadField upload) {
        request.getFiles(field.id()).stream()
            .filter(UploadDesk::isChosen)
            .forEach(file -> take(upload, file, taken));
      }
    }
    return taken;
  }

  private void take(Field.UploadField field, MultipartFile file, Taken taken) {
    var before = taken.given().getOrDefault(field.id(), List.of());
    var refused = rule(field, file, before.size(), taken);
    if (!refused.isEmpty()) {
      taken.refused().add(new RefusedFile(field.id(), refused, UploadDesk.name(file)));
    }
  }

  /** The rule that refuses the file; empty when it is taken. */
  private String rule(Field.UploadField field, MultipartFile file, int before, Taken taken) {
    if (before >= field.maxFiles()) {
      return "max-files";
    }
    var together = taken.files().values().stream().mapToLong(one -> one.content().size()).sum();
    if (together + file.getSize() > LARGEST_TOGETHER.toBytes()) {
      return "no-room";
    }
    var content = Content.of(file);
    return switch (inspections.inspect(field.rules(), content)) {
      case FileInspection.Outcome.Refused(var rule) -> rule;
      case FileInspection.Outcome.Accepted(var mediaType) -> {
        var id = "file-" + taken.files().size();
        var name = FileName.clean(file.getOriginalFilename(), mediaType);
        taken.files().put(id, new Submission.File(id, name, mediaType, content, field.id()));
        taken
            .given()
            .computeIfAbsent(field.id(), _ -> new ArrayList<>())
            .add(new UploadedFile(id, name, mediaType, content.size()));
        yield "";
      }
    };
  }
}
