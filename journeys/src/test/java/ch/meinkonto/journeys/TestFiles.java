package ch.meinkonto.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Small real files that carry a text which one can find again. */
final class TestFiles {

  private static final int END_CHUNK = 12;

  private TestFiles() {}

  /** A picture with the text in a comment (PNG specification, tEXt). */
  static byte[] png(String text) {
    var plain = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var comment = ("tEXtComment\0" + text).getBytes(ISO_8859_1);
    var crc = new CRC32();
    crc.update(comment);
    var chunk =
        ByteBuffer.allocate(comment.length + 8)
            .putInt(comment.length - 4)
            .put(comment)
            .putInt((int) crc.getValue());
    var bytes = plain.toByteArray();
    var marked = new ByteArrayOutputStream();
    marked.write(bytes, 0, bytes.length - END_CHUNK);
    marked.writeBytes(chunk.array());
    marked.write(bytes, bytes.length - END_CHUNK, END_CHUNK);
    return marked.toByteArray();
  }

  /** A document of one page with the text as its title. */
  static byte[] pdf(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.getDocumentInformation().setTitle(text);
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
