package ch.meinkonto.platform.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/**
 * Looks into a file to see what it is, whatever its name says: only kinds that an office can open
 * safely. A file that is two things at once (its kind’s mark not at the very beginning) is refused.
 */
public final class FileInspection {

  /** What came of it. */
  public sealed interface Outcome {

    /** It is of this kind. */
    record Accepted(String mediaType) implements Outcome {}

    /** It isn’t taken; the rule that it breaks. */
    record Refused(String rule) implements Outcome {}
  }

  /** The marks and a picture’s size stand in there, whatever its camera wrote before them. */
  private static final int BEGINNING = (int) DataSize.ofMegabytes(1).toBytes();

  private FileInspection() {}

  /** Looks into a file: its kind, or the rule that it breaks. */
  static Outcome inspect(UploadRules rules, Content content) {
    if (content.size() == 0) {
      return new Outcome.Refused("empty-file");
    }
    if (content.size() > rules.maxSize().toBytes()) {
      return new Outcome.Refused("max-size");
    }
    var beginning = beginning(content);
    var type = sniff(beginning);
    if (type.isEmpty() || !rules.accepts(type.get())) {
      return new Outcome.Refused("accept");
    }
    return type.get().equals("application/pdf")
        ? pdf(rules, content)
        : picture(type.get(), beginning);
  }

  private static byte[] beginning(Content content) {
    try (var in = content.open()) {
      return in.readNBytes(BEGINNING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome pdf(UploadRules rules, Content content) {
    return switch (PdfFile.look(content)) {
      case PdfFile.Look.Unreadable unreadable -> new Outcome.Refused("unreadable-file");
      case PdfFile.Look.Locked locked -> new Outcome.Refused("locked-file");
      case PdfFile.Look.Pages(var count) ->
          count > rules.maxPages()
              ? new Outcome.Refused("max-pages")
              : new Outcome.Accepted("application/pdf");
    };
  }

  private static Outcome picture(String mediaType, byte[] beginning) {
    return PictureSize.of(mediaType, beginning)
        .<Outcome>map(size ->
            size.isReasonable()
                ? new Outcome.Accepted(mediaType)
                : new Outcome.Refused("max-pixels"))
        .orElseGet(() -> new Outcome.Refused("unreadable-file"));
  }

  /** The kind by the marks at the very beginning. */
  static Optional<String> sniff(byte[] content) {
    if (starts(content, 0, "%PDF-")) {
      return Optional.of("application/pdf");
    }
    if (starts(content, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (starts(content, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of("image/png");
    }
    if (starts(content, 0, "RIFF") && starts(content, 8, "WEBP")) {
      return Optional.of("image/webp");
    }
    if (starts(content, 4, "ftyp") && isHeic(content)) {
      return Optional.of("image/heic");
    }
    return Optional.empty();
  }

  private static boolean isHeic(byte[] content) {
    return starts(content, 8, "heic")
        || starts(content, 8, "heix")
        || starts(content, 8, "mif1")
        || starts(content, 8, "heim")
        || starts(content, 8, "heis");
  }

  static boolean starts(byte[] content, int at, String mark) {
    var bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
    if (content.length < at + bytes.length) {
      return false;
    }
    for (var i = 0; i < bytes.length; i++) {
      if (content[at + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
