package ch.meinkonto.platform.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Files as residents, and others, send them. */
class FileInspectionTest {

  private static final UploadRules RULES =
      new UploadRules(EnumSet.allOf(FileKind.class), DataSize.ofMegabytes(2), 20);

  private static String inspect(byte[] content) {
    return switch (FileInspection.inspect(RULES, Content.of(content))) {
      case FileInspection.Outcome.Accepted(var type) -> type;
      case FileInspection.Outcome.Refused(var rule) -> rule;
    };
  }

  @Test
  void takesPdfsAndPictures() throws IOException {
    assertThat(inspect(pdf(3))).isEqualTo("application/pdf");
    assertThat(inspect(picture("png"))).isEqualTo("image/png");
    assertThat(inspect(picture("jpg"))).isEqualTo("image/jpeg");
    assertThat(inspect(heic(4032, 3024))).isEqualTo("image/heic");
    assertThat(inspect(webp(4000))).isEqualTo("image/webp");
  }

  @Test
  void refusesWhatIsEmptyOrTooLarge() throws IOException {
    assertThat(inspect(new byte[0])).isEqualTo("empty-file");
    assertThat(inspect(new byte[2 * 1024 * 1024 + 1])).isEqualTo("max-size");
    assertThat(inspect(pdf(21))).isEqualTo("max-pages");
  }

  @Test
  void refusesAnExecutableWhateverItsName() throws IOException {
    assertThat(inspect(text("MZ\u0090\0\3\0\0\0"))).isEqualTo("accept");
    assertThat(inspect(text("\u007fELF\2\1\1"))).isEqualTo("accept");
    assertThat(inspect(text("#!/bin/sh\nrm -rf /"))).isEqualTo("accept");
    assertThat(inspect(text("PK\3\4 zip bomb"))).isEqualTo("accept");
    assertThat(inspect(text("<svg onload=alert(1)>"))).isEqualTo("accept");
  }

  @Test
  void refusesWhatIsTwoThingsAtOnce() throws IOException {
    assertThat(inspect(joined(text("MZ\u0090\0"), pdf(1)))).isEqualTo("accept");
    assertThat(inspect(joined(text("\n"), pdf(1)))).isEqualTo("accept");
    assertThat(inspect(joined(text("<html>"), pdf(1)))).isEqualTo("accept");
  }

  @Test
  void refusesBrokenAndLockedPdfs() throws IOException {
    assertThat(inspect(text("%PDF-1.7 and nothing else"))).isEqualTo("unreadable-file");
    assertThat(inspect(locked("user"))).isEqualTo("locked-file");
  }

  @Test
  void takesAPdfThatEverybodyMayReadAndNobodyChange() throws IOException {
    assertThat(inspect(locked(""))).isEqualTo("application/pdf");
  }

  @Test
  void survivesAPdfMadeToHurt() {
    var deep = "%PDF-1.4\n1 0 obj\n" + "[".repeat(500_000) + "\nendobj\ntrailer<</Root 1 0 R>>";
    var pages =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[2 0 R]/Count 999999999>>endobj\ntrailer<</Root 1 0 R>>";

    assertThat(inspect(text(deep))).isEqualTo("unreadable-file");
    assertThat(inspect(text(pages))).isIn("unreadable-file", "max-pages");
  }

  @Test
  void refusesPictureBombsByTheirHeaderAlone() throws IOException {
    var png = picture("png");
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);

    assertThat(inspect(png)).isEqualTo("max-pixels");
    assertThat(inspect(heic(65_000, 65_000))).isEqualTo("max-pixels");
    assertThat(inspect(text("\u00ff\u00d8\u00ff\u00e0"))).isEqualTo("unreadable-file");
    assertThat(inspect(text("RIFF    WEBPVP8 "))).isEqualTo("unreadable-file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mietvertrag.pdf              | Mietvertrag.pdf
          ../../etc/passwd             | passwd.pdf
          C:\\Users\\Anna\\vertrag.PDF | vertrag.pdf
          böse.pdf.exe                 | böse.pdf.exe.pdf
          a<b>:"cd?*.pdf               | abcd.pdf
          .htaccess                    | htaccess.pdf
          ...                          | datei.pdf
          """)
  void cleansNames(String given, String clean) {
    assertThat(FileName.clean(given, "application/pdf")).isEqualTo(clean);
  }

  @Test
  void cleansNamesOfWhatCannotBeSeen() {
    assertThat(FileName.clean("fdp\u202e.\u0000ver\ntrag\u200b.pdf", "application/pdf"))
        .isEqualTo("fdp.ver trag.pdf");
    assertThat(FileName.clean("x".repeat(5_000) + ".pdf", "application/pdf")).hasSize(124);
    assertThat(FileName.clean(null, "image/jpeg")).isEqualTo("datei.jpeg");
  }

  private static byte[] pdf(int pages) throws IOException {
    try (var document = new PDDocument()) {
      for (var i = 0; i < pages; i++) {
        document.addPage(new PDPage());
      }
      return bytes(document);
    }
  }

  private static byte[] locked(String user) throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", user, new AccessPermission()));
      return bytes(document);
    }
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  private static byte[] picture(String format) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static byte[] heic(int width, int height) {
    var box = ByteBuffer.allocate(100);
    box.putInt(24).put(text("ftypheic"));
    box.position(40);
    box.putInt(20).put(text("ispe")).putInt(0).putInt(width).putInt(height);
    return box.array();
  }

  private static byte[] webp(int width) {
    var box = ByteBuffer.allocate(40).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    box.put(text("RIFF")).putInt(32).put(text("WEBPVP8X")).putInt(10).putInt(0);
    return box.putInt(24, width - 1).putInt(27, width - 1).array();
  }

  private static byte[] joined(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }

  private static byte[] text(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }
}
