package ch.meinkonto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody repeats a draw: the contract’s example, which other code has calculated. */
class CityDrawTest {

  private static final Path EXAMPLE =
      Path.of("../contract/src/main/resources/contract/v1/examples/draw.json");

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void theSameIsSaidToBeTheSame() throws IOException {
    assertThat(repeat(draw -> draw)).isZero();
    assertThat(said.toString(UTF_8)).endsWith("1 M4N5P-6Q7R8\n2 Z8Y7X-6W5V4\nsame\n");
  }

  @Test
  void whatWasChangedIsNamed() throws IOException {
    assertThat(repeat(draw -> draw.replace("2S3T4-V5W6X", "2S3T4-V5W6Y"))).isOne();
    assertThat(said.toString(UTF_8)).contains("differs: list: its hash is another one");
  }

  @Test
  void whatIsNoDrawIsRefused() throws IOException {
    assertThat(repeat(_ -> "{}")).isOne();
    assertThat(said.toString(UTF_8)).contains("this is no file of a draw");
    assertThat(CityDraw.repeat(folder.resolve("none"), new PrintStream(said))).isOne();
  }

  private int repeat(UnaryOperator<String> change) throws IOException {
    var file = folder.resolve("verlosung.json");
    Files.writeString(file, change.apply(Files.readString(EXAMPLE)));
    return CityDraw.repeat(file, new PrintStream(said, true, UTF_8));
  }
}
