package ch.meinkonto.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void aReferenceStaysInOnePiece() {
    var text = "Sie haben den Antrag MK-2026-7F3K-92QD gesendet.";
    var pieces = Words.pieces(text);
    assertThat(pieces)
        .containsExactly(
            new Words.Piece("Sie haben den Antrag ", false),
            new Words.Piece("MK-2026-7F3K-92QD", true),
            new Words.Piece(" gesendet.", false));
    assertThat(pieces.stream().map(Words.Piece::text).collect(Collectors.joining()))
        .isEqualTo(text);
  }

  @Test
  void otherHyphensMayBreak() {
    assertThat(Words.pieces("MK-2026 und AHV-Nummer")).noneMatch(Words.Piece::whole);
    assertThat(Words.pieces("")).isEmpty();
  }
}
