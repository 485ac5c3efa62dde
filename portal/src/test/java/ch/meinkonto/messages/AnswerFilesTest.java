package ch.meinkonto.messages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

/** What a resident chooses in a hurry. */
class AnswerFilesTest {

  private static final String PDF = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";

  @Test
  void theKindIsWhatIsInsideNotWhatItIsCalled() {
    var checked = AnswerFiles.check(List.of(file("foto.jpg", PDF)));
    assertThat(checked.complaints()).isEmpty();
    assertThat(checked.files().getFirst().mediaType()).isEqualTo("application/pdf");
  }

  @Test
  void aProgramThatIsCalledPdfIsRefused() {
    assertThat(complaints(file("rechnung.pdf", "MZ\u0090\u0000This program")))
        .containsExactly("messages.file.unknown");
  }

  @Test
  void aPdfThatWasCutOffIsRefused() {
    assertThat(complaints(file("a.pdf", "%PDF-1.7\n1 0 obj\n")))
        .containsExactly("messages.file.unknown");
  }

  @Test
  void anEmptyFileIsRefusedAndNoFileIsNone() {
    assertThat(complaints(file("leer.pdf", ""))).containsExactly("messages.file.empty");
    assertThat(complaints(file("", ""))).isEmpty();
  }

  @Test
  void aHugeFileIsRefused() {
    var huge = new byte[AnswerFiles.LARGEST + 1];
    Arrays.fill(huge, (byte) ' ');
    assertThat(complaints(new MockMultipartFile("dateien", "a.pdf", null, huge)))
        .containsExactly("messages.file.too-large");
  }

  @Test
  void tooManyFilesAreRefused() {
    var files = new ArrayList<MultipartFile>();
    for (int i = 0; i < 6; i++) {
      files.add(file(i + ".pdf", PDF));
    }
    assertThat(AnswerFiles.check(files).complaints())
        .extracting(AnswerFiles.Checked.Complaint::key)
        .containsExactly("messages.file.too-many");
  }

  private static List<String> complaints(MultipartFile file) {
    return AnswerFiles.check(List.of(file)).complaints().stream()
        .map(AnswerFiles.Checked.Complaint::key)
        .toList();
  }

  private static MultipartFile file(String name, String content) {
    return new MockMultipartFile(
        "dateien", name, "application/octet-stream", content.getBytes(ISO_8859_1));
  }
}
