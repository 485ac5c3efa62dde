package ch.meinkonto.messages;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** An address that a phone reads from paper (ISO/IEC 18004), drawn and not painted. */
final class QrCode {

  /** How much white it needs on each side, in modules. */
  private static final int QUIET_ZONE = 4;

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  static QrCode of(String address) {
    try {
      return new QrCode(Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a code", e);
    }
  }

  /** The code as a picture with sides of this many points. */
  Image image(PdfWriter writer, float side) {
    var template = writer.getDirectContent().createTemplate(side, side);
    var module = side / (modules.getWidth() + 2 * QUIET_ZONE);
    template.setColorFill(Color.WHITE);
    template.rectangle(0, 0, side, side);
    template.fill();
    template.setColorFill(Color.BLACK);
    for (var y = 0; y < modules.getHeight(); y++) {
      row(template, y, module, side - (y + 1 + QUIET_ZONE) * module);
    }
    template.fill();
    return Image.getInstance(template);
  }

  /** Neighbours are drawn as one, so that no printer leaves a line between them. */
  private void row(PdfTemplate template, int y, float module, float bottom) {
    var x = 0;
    while (x < modules.getWidth()) {
      var end = x;
      while (end < modules.getWidth() && modules.get(end, y) == 1) {
        end++;
      }
      if (end > x) {
        template.rectangle((x + QUIET_ZONE) * module, bottom, (end - x) * module, module);
      }
      x = end + 1;
    }
  }
}
