package ch.meinkonto.messages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Kinds of files that go to units, by how they begin and end. */
enum FileType {
  PDF("application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'}, "%%EOF"),
  JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, ""),
  PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, "IEND");

  /** How far from the end the mark may stand: some programs append a little. */
  private static final int TAIL = 2048;

  private final String mediaType;
  private final byte[] begin;
  private final String end;

  FileType(String mediaType, byte[] begin, String end) {
    this.mediaType = mediaType;
    this.begin = begin;
    this.end = end;
  }

  String mediaType() {
    return mediaType;
  }

  /** The kind, null when it is none of these or was cut off. */
  static @Nullable FileType of(byte[] content) {
    for (var type : values()) {
      if (type.fits(content)) {
        return type;
      }
    }
    return null;
  }

  private boolean fits(byte[] content) {
    if (content.length <= begin.length
        || !Arrays.equals(Arrays.copyOf(content, begin.length), begin)) {
      return false;
    }
    var tail =
        new String(
            content,
            Math.max(0, content.length - TAIL),
            Math.min(TAIL, content.length),
            StandardCharsets.ISO_8859_1);
    return tail.contains(end);
  }
}
