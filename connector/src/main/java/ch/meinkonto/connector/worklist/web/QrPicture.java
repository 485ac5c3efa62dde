package ch.meinkonto.connector.worklist.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code (ISO/IEC 18004) as a page draws it.
 *
 * @param side how long each side is, white ones included, in the picture's own measure
 * @param path the dark parts, as an SVG path
 */
public record QrPicture(int side, String path) {

  private static final int QUIET_ZONE = 4;

  static QrPicture of(String text) {
    try {
      ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < modules.getHeight(); y++) {
        for (int x = 0; x < modules.getWidth(); x++) {
          if (modules.get(x, y) == 1) {
            path.append("M%d %dh1v1h-1z".formatted(x + QUIET_ZONE, y + QUIET_ZONE));
          }
        }
      }
      return new QrPicture(modules.getWidth() + 2 * QUIET_ZONE, path.toString());
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a code", e);
    }
  }
}
