package ch.meinkonto.request;

import ch.meinkonto.contract.Metadata;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Receipt.PartTag;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.Sealing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One submission while it is sealed. An attachment is sealed fragment by fragment, and each is held
 * or put elsewhere: then no more than one is here at a time.
 */
final class Packing {

  private static final int BEFORE_ATTACHMENTS = 2; // metadata and data
  private static final String JSON = "application/json";

  private final Sealing.Submission seal;
  private final @Nullable ObjIntConsumer<SealedPart> elsewhere;
  private final List<SealedPart> held = new ArrayList<>();
  private final List<Metadata.Attachment> described = new ArrayList<>();
  private final List<PartTag> tags = new ArrayList<>();

  /** Holds all parts. */
  Packing(Sealing.Submission seal) {
    this(seal, null);
  }

  /**
   * Holds metadata and data only.
   *
   * @param elsewhere takes each sealed attachment or fragment with its position in the submission
   */
  Packing(Sealing.Submission seal, @Nullable ObjIntConsumer<SealedPart> elsewhere) {
    this.seal = seal;
    this.elsewhere = elsewhere;
  }

  void attach(Attachment attachment) {
    var name = Part.attachment(described.size() + 1);
    var size = attachment.content().size();
    var fragments = Part.fragments(size);
    try (var in = attachment.content().open()) {
      for (var number = 1; number <= fragments; number++) {
        var content = in.readNBytes(Part.FRAGMENT);
        put(seal.seal(Part.fragment(name, number), attachment.mediaType(), content));
        size -= content.length;
      }
      checkEnd(size, in);
    } catch (IOException e) {
      throw new UncheckedIOException("An attachment cannot be read", e);
    }
    described.add(
        new Metadata.Attachment(
            name,
            attachment.fileName(),
            attachment.mediaType(),
            attachment.content().size(),
            attachment.field(),
            fragments == 1 ? null : fragments));
  }

  private static void checkEnd(long left, InputStream in) throws IOException {
    if (left != 0 || in.read() >= 0) {
      throw new IOException("it is not as long as it was");
    }
  }

  private void put(SealedPart part) {
    tags.add(part.partTag());
    if (elsewhere == null) {
      held.add(part);
    } else {
      elsewhere.accept(part, BEFORE_ATTACHMENTS + tags.size());
    }
  }

  /** What the attachments are. */
  List<Metadata.Attachment> described() {
    return described;
  }

  /** Puts metadata and data before the attachments. */
  void begin(byte[] metadata, byte[] data) {
    var first = List.of(seal.seal(Part.METADATA, JSON, metadata), seal.seal(Part.DATA, JSON, data));
    held.addAll(0, first);
    tags.addAll(0, first.stream().map(SealedPart::partTag).toList());
  }

  /** The parts that are held, in order. */
  List<SealedPart> held() {
    return held;
  }

  /** The tags of all parts, in order, for the receipt. */
  List<PartTag> tags() {
    return tags;
  }
}
