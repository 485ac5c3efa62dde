package ch.meinkonto.unit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's sample is {@link ReadmeSample}, compiled and run; here the two are compared. */
class ReadmeTest {

  @Test
  void showsCodeThatCompiles() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String shown = readme.split("```java\n", 2)[1].split("```", 2)[0];
    String source = Files.readString(Path.of("src/test/java/ch/meinkonto/unit/ReadmeSample.java"));
    String sample = source.split("// begin\n", 2)[1].split(" *// end\n", 2)[0];
    assertThat(shown.lines().map(String::strip).collect(joining("\n")))
        .isEqualTo(sample.lines().map(String::strip).collect(joining("\n")));
  }
}
