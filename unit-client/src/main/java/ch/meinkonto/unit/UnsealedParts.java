package ch.meinkonto.unit;

import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.Metadata;
import ch.meinkonto.contract.Opening;
import ch.meinkonto.contract.Opening.Opened;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.SubmissionId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a delivery, each opened and found intact. Attachments that are large together are
 * kept sealed in a {@link Spool} and opened again, one part at a time, when they are read.
 */
final class UnsealedParts implements AutoCloseable {

  /** Sealed bytes of attachments that are held in memory. */
  private static final long MOST_HELD = 8L * 1024 * 1024;

  private static final Set<String> ALWAYS_HELD = Set.of(Part.METADATA, Part.DATA);

  private final SubmissionId submission;
  private final Opening opening;
  private final boolean large;
  private final Map<String, byte[]> held = new HashMap<>();
  private final Map<String, Spool.Place> spooled = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private @Nullable Spool spool;

  private UnsealedParts(SubmissionId submission, Opening opening, boolean large) {
    this.submission = submission;
    this.opening = opening;
    this.large = large;
  }

  static UnsealedParts of(Delivery delivery, Opening opening) {
    long attachments =
        delivery.parts().stream()
            .filter(part -> !ALWAYS_HELD.contains(part.name()))
            .mapToLong(Part::size)
            .sum();
    return new UnsealedParts(delivery.envelope().submissionId(), opening, attachments > MOST_HELD);
  }

  void add(Part part, byte[] content, String jwe) throws IOException {
    sizes.put(part.name(), content.length);
    if (!large || ALWAYS_HELD.contains(part.name())) {
      held.put(part.name(), content);
    } else {
      spool = spool == null ? Spool.open() : spool;
      spooled.put(part.name(), spool.add(jwe));
    }
  }

  Optional<byte[]> held(String name) {
    return Optional.ofNullable(held.get(name));
  }

  boolean has(String name) {
    return sizes.containsKey(name);
  }

  ReceivedAttachment attachment(Metadata.Attachment about) {
    List<String> names = about.parts();
    long size = names.stream().mapToLong(name -> sizes.getOrDefault(name, 0)).sum();
    return new ReceivedAttachment(about, size, () -> new Reading(names.iterator()));
  }

  private byte[] content(String name) throws IOException {
    byte[] bytes = held.get(name);
    if (bytes != null) {
      return bytes;
    }
    String jwe = Objects.requireNonNull(spool).read(Objects.requireNonNull(spooled.get(name)));
    if (opening.open(jwe, name, submission) instanceof Opened opened) {
      return opened.content();
    }
    throw new IOException("the temporary file was changed");
  }

  /** One part after the other: the next is opened when the one before has been read. */
  private final class Reading extends InputStream {

    private final Iterator<String> names;
    private InputStream current = InputStream.nullInputStream();

    Reading(Iterator<String> names) {
      this.names = names;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int read = current.read(into, offset, length);
      while (read < 0 && names.hasNext()) {
        current = new ByteArrayInputStream(content(names.next()));
        read = current.read(into, offset, length);
      }
      return read;
    }
  }

  @Override
  public void close() {
    if (spool != null) {
      try {
        spool.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
