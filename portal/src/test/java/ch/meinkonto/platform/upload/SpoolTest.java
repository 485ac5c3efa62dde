package ch.meinkonto.platform.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files of a request lie in a temporary file that only this process can read. */
class SpoolTest {

  private static final String MARKER = "Anna Erni, 756.9217.0769.85";

  @Test
  void whatWasWrittenIsReadFromAnywhere() throws IOException {
    for (var size : new int[] {0, 1, Spool.PIECE, Spool.PIECE + 1, 5 * Spool.PIECE}) {
      try (var spool = new Spool()) {
        var first = bytes(size);
        var second = bytes(1000);
        spool.write(first, 0, first.length);
        spool.write(second, 0, second.length);
        spool.finish();

        assertThat(read(spool.content(0, size))).isEqualTo(first);
        assertThat(read(spool.content(size, 1000))).isEqualTo(second);
        try (var in = spool.content(0, size).open()) {
          in.skipNBytes(size / 2);
          assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(first, size / 2, size));
        }
      }
    }
  }

  @Test
  void whatIsSmallTouchesNoDisk() throws IOException {
    try (var spool = new Spool()) {
      spool.write(bytes(Spool.PIECE), 0, Spool.PIECE);
      spool.finish();
      assertThat(OpenFiles.sealed()).isEmpty();
    }
  }

  @Test
  void theTemporaryFileHasNoNameAndNothingToRead() throws IOException {
    try (var spool = marked()) {
      var file = OpenFiles.sealed().getFirst();
      assertThat(OpenFiles.named()).isEmpty();
      assertThat(OpenFiles.content(file))
          .hasSizeGreaterThan(2 * Spool.PIECE)
          .doesNotContain("Erni");
      assertThat(new String(read(spool.content(0, spool.size())), ISO_8859_1)).contains(MARKER);
    }
    assertThat(OpenFiles.sealed()).isEmpty();
  }

  @Test
  void piecesThatWereSwappedOrCutOffAreNotRead() throws IOException {
    try (var spool = marked()) {
      var whole = spool.content(0, spool.size());
      var piece = Spool.PIECE + 16;
      try (var file = OpenFiles.open(OpenFiles.sealed().getFirst())) {
        var first = at(file, 0, piece);
        var second = at(file, piece, piece);
        file.write(ByteBuffer.wrap(second), 0);
        file.write(ByteBuffer.wrap(first), piece);
        assertThatThrownBy(() -> read(whole)).isInstanceOf(IOException.class);

        file.write(ByteBuffer.wrap(first), 0);
        file.write(ByteBuffer.wrap(second), piece);
        assertThat(read(whole)).hasSize(3 * Spool.PIECE);

        file.truncate(2L * piece);
        assertThatThrownBy(() -> read(whole)).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void nothingIsReadAfterTheRequest() throws IOException {
    var spool = marked();
    var content = spool.content(0, spool.size());
    spool.close();

    assertThatThrownBy(() -> read(content)).isInstanceOf(IOException.class);
  }

  private static Spool marked() throws IOException {
    var spool = new Spool();
    var text = (MARKER + " ").repeat(3 * Spool.PIECE / MARKER.length()).getBytes(ISO_8859_1);
    spool.write(text, 0, 3 * Spool.PIECE);
    spool.finish();
    return spool;
  }

  private static byte[] at(FileChannel file, long place, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    assertThat(file.read(bytes, place)).isEqualTo(length);
    return bytes.array();
  }

  private static byte[] read(Content content) throws IOException {
    try (var in = content.open()) {
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
