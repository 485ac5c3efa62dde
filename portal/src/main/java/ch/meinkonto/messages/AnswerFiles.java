package ch.meinkonto.messages;

import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.platform.upload.FileInspection;
import ch.meinkonto.platform.upload.FileKind;
import ch.meinkonto.platform.upload.FileName;
import ch.meinkonto.platform.upload.Inspections;
import ch.meinkonto.platform.upload.UploadRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/** Looks at files before they go to a unit, as at those of a form. */
final class AnswerFiles {

  static final int MOST = 5;
  static final DataSize LARGEST_TOGETHER = DataSize.ofMegabytes(25);
  static final UploadRules RULES =
      new UploadRules(EnumSet.allOf(FileKind.class), DataSize.ofMegabytes(10), 200);

  private AnswerFiles() {}

  /** The files that were chosen, or what is wrong with them: keys of texts. */
  static Checked check(List<MultipartFile> given, Inspections inspections) {
    var chosen = given.stream().filter(AnswerFiles::isChosen).toList();
    if (chosen.size() > MOST) {
      return Checked.refused("messages.file.too-many", "");
    }
    if (chosen.stream().mapToLong(MultipartFile::getSize).sum() > LARGEST_TOGETHER.toBytes()) {
      return Checked.refused("messages.file.too-large-together", "");
    }
    var files = new ArrayList<Checked.File>();
    var complaints = new ArrayList<Checked.Complaint>();
    for (var file : chosen) {
      var content = Content.of(file);
      switch (inspections.inspect(RULES, content)) {
        case FileInspection.Outcome.Accepted(var type) ->
            files.add(
                new Checked.File(FileName.clean(file.getOriginalFilename(), type), type, content));
        case FileInspection.Outcome.Refused(var rule) ->
            complaints.add(
                new Checked.Complaint(
                    "messages.file." + rule,
                    DocumentName.of(Objects.requireNonNullElse(file.getOriginalFilename(), ""))));
      }
    }
    return new Checked(files, complaints);
  }

  /** A browser sends an empty part without a name when nothing was chosen. */
  private static boolean isChosen(MultipartFile file) {
    var name = file.getOriginalFilename();
    return !file.isEmpty() || (name != null && !name.isEmpty());
  }

  /** What came of it. */
  record Checked(List<File> files, List<Complaint> complaints) {

    Checked {
      files = List.copyOf(files);
      complaints = List.copyOf(complaints);
    }

    private static Checked refused(String key, String file) {
      return new Checked(List.of(), List.of(new Complaint(key, file)));
    }

    /** A file that may go to the unit. */
    record File(String name, String mediaType, Content content) {}

    /** The key of a text with {0} = the file's name. */
    record Complaint(String key, String file) {}
  }
}
