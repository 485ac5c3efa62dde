package ch.meinkonto.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a careless or hostile office writes. */
class PlainTextTest {

  @Test
  void paragraphsAndLinesStayAsTheClerkSetThem() {
    var paragraphs = PlainText.paragraphs("Guten Tag\r\nFrau Keller\n\n\nDanke.\n");
    assertThat(paragraphs).hasSize(2);
    assertThat(paragraphs.getFirst()).hasSize(2);
    assertThat(paragraphs.getLast().getFirst()).containsExactly(new Piece("Danke.", null));
  }

  @Test
  void whatCannotBeSeenIsGone() {
    assertThat(PlainText.clean("a\u0000b\u001bc\u202ed\u2066e\u200bf\u0007")).isEqualTo("abcdef");
  }

  @Test
  void anEndlessTextEnds() {
    assertThat(PlainText.clean("x".repeat(1_000_000))).hasSize(20_002);
  }

  @Test
  void anAddressIsALinkWithoutTheFullStopBehindIt() {
    assertThat(line("Siehe https://www.example.ch/a?b=1. Danke"))
        .containsExactly(
            new Piece("Siehe ", null),
            new Piece("https://www.example.ch/a?b=1", "https://www.example.ch/a?b=1"),
            new Piece(". Danke", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.ch/",
        "javascript:alert(1)",
        "data:text/html,<script>",
        "https://stadt.example.ch@boese.example/",
        "https://example.ch:8443/",
        "https://",
        "<a href=https:evil>klick</a>",
        "//example.ch"
      })
  void whatIsNoHonestAddressStaysText(String text) {
    assertThat(line(text)).allMatch(piece -> piece.address() == null);
  }

  @Test
  void markupIsOnlyText() {
    assertThat(line("<script>alert(1)</script>"))
        .containsExactly(new Piece("<script>alert(1)</script>", null));
  }

  @Test
  void fileNamesAreHarmless() {
    Map.of(
            "Merkblatt.pdf", "Merkblatt.pdf",
            "../../etc/passwd", "passwd",
            "C:\\Windows\\system32\\cmd.exe", "cmd.exe",
            ".htaccess", "htaccess",
            "Rechnung\u202efdp.exe", "Rechnungfdp.exe",
            "a\u0000b\nc.pdf", "abc.pdf",
            "a\"b;c%d.pdf", "a_b_c_d.pdf",
            "   ", "Dokument",
            "...", "Dokument",
            "Verfügung  Nr.  1.pdf", "Verfügung Nr. 1.pdf")
        .forEach((given, harmless) -> assertThat(DocumentName.of(given)).isEqualTo(harmless));
  }

  @Test
  void aLongFileNameKeepsItsEnding() {
    assertThat(DocumentName.of("x".repeat(500) + ".pdf"))
        .hasSizeLessThanOrEqualTo(101)
        .endsWith(".pdf");
  }

  private static List<Piece> line(String text) {
    return PlainText.paragraphs(text).getFirst().getFirst();
  }
}
