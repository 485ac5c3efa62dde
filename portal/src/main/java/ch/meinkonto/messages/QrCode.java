package ch.meinkonto.messages;

import ch.meinkonto.platform.QrModules;
import java.awt.Color;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** An address that a phone reads from paper, drawn and not painted. */
final class QrCode {

  private final QrModules modules;

  private QrCode(QrModules modules) {
    this.modules = modules;
  }

  static QrCode of(String address) {
    return new QrCode(QrModules.of(address));
  }

  /** The code as a picture with sides of this many points. */
  Image image(PdfWriter writer, float side) {
    var template = writer.getDirectContent().createTemplate(side, side);
    var module = side / modules.side();
    template.setColorFill(Color.WHITE);
    template.rectangle(0, 0, side, side);
    template.fill();
    template.setColorFill(Color.BLACK);
    modules.runs().forEach(run -> draw(run, template, module, side));
    template.fill();
    return Image.getInstance(template);
  }

  private static void draw(QrModules.Run run, PdfTemplate template, float module, float side) {
    template.rectangle(
        run.x() * module, side - (run.y() + 1) * module, run.length() * module, module);
  }
}
