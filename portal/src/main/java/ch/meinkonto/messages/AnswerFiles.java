package ch.meinkonto.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/**
 * Looks at files before they go to a unit: only kinds that an office can open, by what is in them
 * and not by what they are called.
 */
final class AnswerFiles {

  static final int MOST = 5;
  static final int LARGEST = 10 * 1024 * 1024;
  static final int LARGEST_TOGETHER = 25 * 1024 * 1024;

  private AnswerFiles() {}

  /** The files that were chosen, or what is wrong with them: keys of texts. */
  static Checked check(List<MultipartFile> given) {
    var files = new ArrayList<Checked.File>();
    var complaints = new ArrayList<Checked.Complaint>();
    long together = 0;
    for (var file : given) {
      if (file.isEmpty()
          && (file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty())) {
        continue;
      }
      var name = FileName.of(file.getOriginalFilename() == null ? "" : file.getOriginalFilename());
      together += file.getSize();
      if (file.isEmpty()) {
        complaints.add(new Checked.Complaint("messages.file.empty", name));
      } else if (file.getSize() > LARGEST) {
        complaints.add(new Checked.Complaint("messages.file.too-large", name));
      } else {
        var content = content(file);
        var type = FileType.of(content);
        if (type == null) {
          complaints.add(new Checked.Complaint("messages.file.unknown", name));
        } else {
          files.add(new Checked.File(name, type.mediaType(), content));
        }
      }
    }
    if (files.size() + complaints.size() > MOST) {
      complaints.add(new Checked.Complaint("messages.file.too-many", ""));
    }
    if (together > LARGEST_TOGETHER) {
      complaints.add(new Checked.Complaint("messages.file.too-large-together", ""));
    }
    return new Checked(List.copyOf(files), List.copyOf(complaints));
  }

  private static byte[] content(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("An upload could not be read", e);
    }
  }

  /** What came of it. */
  record Checked(List<File> files, List<Complaint> complaints) {

    /** A file that may go to the unit. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record File(String name, String mediaType, byte[] content) {}

    /** The key of a text with {0} = the file's name. */
    record Complaint(String key, String file) {}
  }
}
