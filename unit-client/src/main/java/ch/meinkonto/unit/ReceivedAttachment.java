package ch.meinkonto.unit;

import ch.meinkonto.contract.Metadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * An attachment, whole and as it was sealed. The file name comes from the resident: choose your own
 * when storing. A large one is not in memory: read it from {@link #open}, as often as you like, but
 * before your handler returns.
 */
public final class ReceivedAttachment {

  /** Where the bytes are. */
  @FunctionalInterface
  public interface Source {
    /** From the first byte on, each time. */
    InputStream open() throws IOException;
  }

  private final Metadata.Attachment about;
  private final long size;
  private final Source source;

  /** One whose bytes are held; they are not copied. */
  public ReceivedAttachment(Metadata.Attachment about, byte[] content) {
    this(about, content.length, () -> new ByteArrayInputStream(content));
  }

  /** One whose bytes are somewhere else: so large ones come, and so a test makes one. */
  public ReceivedAttachment(Metadata.Attachment about, long size, Source source) {
    this.about = Objects.requireNonNull(about, "about");
    this.size = size;
    this.source = source;
  }

  /** File name, media type, form field. */
  public Metadata.Attachment about() {
    return about;
  }

  /** How many bytes it has. */
  public long size() {
    return size;
  }

  /** Its bytes from the first one on; the caller closes. */
  public InputStream open() throws IOException {
    return source.open();
  }

  /** All its bytes at once: for what is small, or has to be held anyway. */
  public byte[] content() {
    try (InputStream in = open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the attachment cannot be read", e);
    }
  }

  @Override
  public String toString() {
    return "ReceivedAttachment[" + about.part() + ", " + size + " bytes]";
  }
}
