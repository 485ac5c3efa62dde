package ch.meinkonto.platform.upload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How large a picture is, from its header: the picture itself is never unpacked here.
 *
 * @param width in pixels
 * @param height in pixels
 */
record PictureSize(long width, long height) {

  /** More than any phone’s camera takes. */
  private static final long MAX_PIXELS = 250_000_000;

  boolean isReasonable() {
    return width > 0
        && height > 0
        && width <= 40_000
        && height <= 40_000
        && width * height <= MAX_PIXELS;
  }

  /** The size of a picture that begins like this. */
  static Optional<PictureSize> of(String mediaType, byte[] content) {
    try {
      return switch (mediaType) {
        case "image/png" -> png(ByteBuffer.wrap(content));
        case "image/jpeg" -> jpeg(ByteBuffer.wrap(content));
        case "image/webp" -> webp(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
        case "image/heic" -> heic(content);
        default -> Optional.empty();
      };
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static Optional<PictureSize> png(ByteBuffer png) {
    return Optional.of(
        new PictureSize(
            Integer.toUnsignedLong(png.getInt(16)), Integer.toUnsignedLong(png.getInt(20))));
  }

  /** Walks from segment to segment until the frame’s header. */
  private static Optional<PictureSize> jpeg(ByteBuffer jpeg) {
    var at = 2;
    while (at + 9 < jpeg.limit() && (jpeg.get(at) & 0xff) == 0xff) {
      var marker = jpeg.get(at + 1) & 0xff;
      if (marker == 0xff) {
        at++;
      } else if (isFrame(marker)) {
        return Optional.of(
            new PictureSize(jpeg.getShort(at + 7) & 0xffff, jpeg.getShort(at + 5) & 0xffff));
      } else {
        at += 2 + Math.max(2, jpeg.getShort(at + 2) & 0xffff);
      }
    }
    return Optional.empty();
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static Optional<PictureSize> webp(ByteBuffer webp) {
    return switch (webp.getInt(12)) {
      case 0x20385056 -> // “VP8 ”
          Optional.of(new PictureSize(webp.getShort(26) & 0x3fff, webp.getShort(28) & 0x3fff));
      case 0x4c385056 -> { // “VP8L”
        var bits = Integer.toUnsignedLong(webp.getInt(21));
        yield Optional.of(new PictureSize((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1));
      }
      case 0x58385056 -> // “VP8X”
          Optional.of(
              new PictureSize(
                  (webp.getInt(24) & 0xffffff) + 1L, (webp.getInt(27) & 0xffffff) + 1L));
      default -> Optional.empty();
    };
  }

  /** The largest of the image spatial extents (ISO/IEC 23008-12 §6.5.3). */
  private static Optional<PictureSize> heic(byte[] content) {
    var buffer = ByteBuffer.wrap(content);
    var limit = Math.min(content.length - 16, 64 * 1024);
    Optional<PictureSize> largest = Optional.empty();
    for (var at = 0; at < limit; at++) {
      if (FileInspection.starts(content, at, "ispe")) {
        var size =
            new PictureSize(
                Integer.toUnsignedLong(buffer.getInt(at + 8)),
                Integer.toUnsignedLong(buffer.getInt(at + 12)));
        if (largest.isEmpty() || size.width() > largest.get().width()) {
          largest = Optional.of(size);
        }
      }
    }
    return largest;
  }
}
