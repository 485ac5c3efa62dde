package ch.meinkonto.messages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna is asked for her lease; files of all kinds come in through the door of the answer. */
class AnswerFilesTest {

  private static final int MEGABYTE = 1024 * 1024;

  private final UnitKeys keys = CityOfTests.office();
  private final Unit office = CityOfTests.connect(keys);
  private final List<ReceivedRequest> inTray = new ArrayList<>();
  private final Threads threads = CityOfTests.portal().bean(Threads.class);
  private final Letters letters = CityOfTests.portal().bean(Letters.class);
  private final RequestEnvelope request = Residents.annaSends(keys);
  private final Browser anna =
      Browser.sending(
          CityOfTests.portal().address().getPort(),
          HeaderLogin.HEADER,
          Objects.requireNonNull(request.account()).toString());

  @BeforeEach
  void theOfficeAsks() {
    receive();
    inTray.clear();
    office.cases().ask(request.id(), "Bitte den Mietvertrag.", true);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aPdfAndAPictureGoToTheOffice() throws IOException {
    var answer = send(file("Vertrag.pdf", pdf(3)), file("foto.bin", picture()));

    assertThat(answer.status()).isEqualTo(302);
    receive();
    assertThat(inTray.getFirst().attachments())
        .extracting(one -> one.about().fileName() + " " + one.about().mediaType())
        .containsExactly("Vertrag.pdf application/pdf", "foto.bin.png image/png");
  }

  @Test
  void aNameWithPathPartsLosesThem() throws IOException {
    assertThat(
            send(file("../../etc/passwd", pdf(1)), file("C:\\\\Anna\\\\Lease.pdf", pdf(1)))
                .status())
        .isEqualTo(302);

    receive();
    assertThat(inTray.getFirst().attachments())
        .extracting(one -> one.about().fileName())
        .containsExactly("passwd.pdf", "Lease.pdf");
  }

  @Test
  void aProgramThatIsCalledPdfIsRefused() {
    refused("kein PDF und kein Bild", file("rechnung.pdf", bytes("MZ\u0090\0\3\0 program")));
    refused("kein PDF und kein Bild", file("rechnung.pdf", bytes("\u007fELF\2\1\1")));
    refused("kein PDF und kein Bild", file("bild.svg", bytes("<svg onload=alert(1)>")));
  }

  @Test
  void anEmptyFileIsRefusedAndNoFileIsNone() {
    refused("ist leer", file("leer.pdf", new byte[0]));
    assertThat(send(file("", new byte[0])).status()).isEqualTo(302);
  }

  @Test
  void whatIsTooLargeIsRefused() {
    var large = new byte[10 * MEGABYTE + 1];
    Arrays.fill(large, (byte) ' ');
    refused("höchstens 10 MB", file("gross.pdf", large));
    refused("höchstens 25 MB", Collections.nCopies(3, file("gross.pdf", large)));
    refused("höchstens 25 MB", file("riesig.pdf", new byte[45 * MEGABYTE]));
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    refused("höchstens 5", Collections.nCopies(6, file("seite.pdf", pdf(1))));
  }

  @Test
  void bombsAreRefusedWithoutBeingUnpacked() throws IOException {
    refused("kein PDF und kein Bild", file("vertrag.pdf", zipBomb()));
    var picture = picture();
    ByteBuffer.wrap(picture).putInt(16, 60_000).putInt(20, 60_000);
    refused("Das Bild «foto.png» ist zu gross", file("foto.png", picture));
  }

  @Test
  void aPdfOf5000PagesIsRefused() throws IOException {
    refused("höchstens 200 Seiten", file("roman.pdf", pdf(5000)));
  }

  @Test
  void aBrokenPdfIsRefused() {
    refused("beschädigt", file("a.pdf", bytes("%PDF-1.7\n1 0 obj\n")));
  }

  private void refused(String why, Browser.Upload file) {
    refused(why, List.of(file));
  }

  private void refused(String why, List<Browser.Upload> files) {
    var answer = send(files.toArray(Browser.Upload[]::new));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(why, "Hier ist er.");
    receive();
    assertThat(inTray).isEmpty();
  }

  private Browser.Answer send(Browser.Upload... files) {
    var account = Objects.requireNonNull(request.account());
    var thread = threads.of(request.id()).orElseThrow();
    var question = letters.waiting(account, thread).getFirst();
    var page = "/mitteilungen/" + thread;
    return anna.postFiles(
        page + "/antwort",
        anna.token(page),
        Map.of("frage", question.id().toString(), "antwort", "Hier ist er."),
        List.of(files));
  }

  private void receive() {
    office.receiveOnce(
        one -> {
          inTray.add(one);
          return Outcome.accepted();
        },
        10,
        Duration.ZERO);
  }

  private static Browser.Upload file(String name, byte[] content) {
    return new Browser.Upload("dateien", name, content);
  }

  private static byte[] pdf(int pages) throws IOException {
    try (var document = new PDDocument()) {
      for (var i = 0; i < pages; i++) {
        document.addPage(new PDPage());
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static byte[] picture() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  /** 100 MB of nothing in a hundred kilobytes. */
  private static byte[] zipBomb() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("nichts"));
      var nothing = new byte[MEGABYTE];
      for (var i = 0; i < 100; i++) {
        zip.write(nothing);
      }
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }
}
