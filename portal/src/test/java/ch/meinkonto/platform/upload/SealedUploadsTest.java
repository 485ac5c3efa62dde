package ch.meinkonto.platform.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.MultipartBody;
import ch.meinkonto.testing.PortalTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms with files, whole and broken, on their way into the portal. */
@PortalTest
class SealedUploadsTest {

  private static final int LARGE = 3 * 1024 * 1024;

  @LocalServerPort int port;
  @Autowired UploadSettings settings;
  private Browser browser;
  private String step;

  @BeforeEach
  void somebodyIsAskedForAPicture() {
    browser = new Browser(port);
    step = browser.begin("schaden-melden") + "/foto";
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    await().untilAsserted(() -> assertThat(OpenFiles.sealed()).isEmpty());
    assertThat(OpenFiles.named()).isEmpty();
  }

  @Test
  void fieldsAndFilesArriveWhateverTheirOrder() {
    var body = new MultipartBody();
    body.file("foto", "Zürich – Höhe.png", png(LARGE));
    body.field("_asked", "foto");
    body.field("_action", "upload:");
    body.file("foto", "klein.png", png(100));
    body.field("_csrf", browser.token(step));

    var answer = browser.post(step + "?_check=true", body);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.location()).contains("zurueck"); // as the address said
    assertThat(browser.get(answer.location()).body())
        .contains("Zürich – Höhe.png", "klein.png", "3.1 MB");
  }

  @Test
  void whoHasNoTokenIsRefused() {
    var body = new MultipartBody();
    body.file("foto", "laterne.png", png(LARGE));

    assertThat(browser.post(step, body).status()).isEqualTo(403);
  }

  @Test
  void farTooManyPartsAreRefused() {
    var body = new MultipartBody();
    body.field("_csrf", browser.token(step));
    for (var i = 0; i < MultipartReader.MOST_PARTS; i++) {
      body.file("foto", "laterne.png", png(100));
    }
    assertThat(browser.post(step, body).status()).isEqualTo(413);
  }

  @Test
  void fieldsThatAreFarTooLongAreRefused() {
    var body = new MultipartBody();
    body.field("_csrf", browser.token(step));
    body.field("foto", "a".repeat(LARGE));

    assertThat(browser.post(step, body).status()).isEqualTo(413);
  }

  @Test
  void aHeadWithoutEndIsRefused() throws IOException {
    var head =
        "--x\r\nContent-Disposition: form-data; name=\""
            + "a".repeat(5000)
            + "\"\r\n\r\na\r\n--x--";

    assertThat(raw("boundary=x", head.getBytes(UTF_8), 0)).startsWith("HTTP/1.1 413");
  }

  @Test
  void aFormWithoutItsBoundaryIsRefused() throws IOException {
    var body = "--y\r\n\r\nmore\r\n--y--\r\n".getBytes(UTF_8);

    for (var type : new String[] {"boundary=x", "boundary=", "charset=utf-8"}) {
      assertThat(raw(type, body, 0)).startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void aFormThatEndsInTheMiddleIsRefused() throws IOException {
    assertThat(raw("boundary=x", halfAForm(), 0)).startsWith("HTTP/1.1 400");
  }

  @Test
  void aFormThatBreaksOffLeavesNothing() throws IOException {
    raw("boundary=x", halfAForm(), 1);
  }

  @Test
  void whoHoldsAllPlacesForLargeFormsKeepsNobodyFromSendingSmallOnes() throws IOException {
    var sockets = new ArrayList<Socket>();
    try {
      for (var i = 0; i < settings.largeAtOnce(); i++) {
        sockets.add(begun((int) settings.large().toBytes() + 1));
      }
      await().until(() -> OpenFiles.sealed().size() == settings.largeAtOnce());

      sockets.add(begun((int) settings.large().toBytes() + 1));
      var answer = new InputStreamReader(sockets.getLast().getInputStream(), UTF_8);
      assertThat(new BufferedReader(answer).readLine()).startsWith("HTTP/1.1 503");
      var small = new MultipartBody();
      small.field("_csrf", browser.token(step));
      small.field("_action", "upload:");
      small.file("foto", "klein.png", png(100));
      assertThat(browser.post(step, small).status()).isEqualTo(302);
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }

  /** A form that is never sent to its end. */
  private Socket begun(int length) throws IOException {
    var socket = new Socket("localhost", port);
    socket.getOutputStream().write(head("boundary=x", length).getBytes(UTF_8));
    socket.getOutputStream().write(halfAForm(), 0, 200 * 1024);
    socket.getOutputStream().flush();
    return socket;
  }

  private static byte[] halfAForm() {
    var head =
        "--x\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"a.png\"\r\n\r\n"
            .getBytes(UTF_8);
    return Arrays.copyOf(head, LARGE);
  }

  private String head(String type, int length) {
    return """
    POST %s HTTP/1.1\r
    Host: localhost\r
    Connection: close\r
    Accept: text/html\r
    Content-Type: multipart/form-data; %s\r
    Content-Length: %d\r
    \r
    """
        .formatted(step, type, length);
  }

  /** Sends this body, fewer bytes than it says, and reads the answer unless some are missing. */
  private String raw(String type, byte[] body, int missing) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(head(type, body.length + missing).getBytes(UTF_8));
      socket.getOutputStream().write(body);
      if (missing > 0) {
        await().untilAsserted(() -> assertThat(OpenFiles.sealed()).isNotEmpty());
        return "";
      }
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  /** The beginning of a picture of one pixel is enough. */
  private static byte[] png(int size) {
    var head = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001";
    return Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), size);
  }
}
