package ch.meinkonto.unit;

import ch.meinkonto.contract.Metadata;
import java.util.Objects;

/**
 * An attachment, opened. The file name comes from the resident: choose your own when storing.
 *
 * @param about file name, media type, form field
 * @param content the bytes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record ReceivedAttachment(Metadata.Attachment about, byte[] content) {

  public ReceivedAttachment {
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(content, "content");
  }

  @Override
  public String toString() {
    return "ReceivedAttachment[" + about.part() + ", " + content.length + " bytes]";
  }
}
