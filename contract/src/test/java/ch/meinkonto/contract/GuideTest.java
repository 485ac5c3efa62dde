package ch.meinkonto.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {

  private static final String DOCUMENT =
      """
      # How

      1. Type:

         ```sh
         bin/run
         ```

      It prints

      ```text
      Ready.
      ```

          and = 1
      """;

  @TempDir private Path folder;

  @Test
  void anExampleThatNobodyRunsIsFound() throws IOException {
    Path document = Files.writeString(folder.resolve("how.md"), DOCUMENT);
    assertThatThrownBy(() -> Guide.examples(document, "java"))
        .isInstanceOf(AssertionError.class)
        .hasMessageEndingWith("how.md:5: nobody runs an example in “sh”");
    assertThatThrownBy(() -> Guide.examples(document, "sh"))
        .isInstanceOf(AssertionError.class)
        .hasMessageEndingWith("how.md:15: nobody runs an example in “”");
  }

  @Test
  void whatIsRunIsReadInOrder() throws IOException {
    Path document =
        Files.writeString(folder.resolve("how.md"), DOCUMENT.replace("    and = 1", "and so on."));
    assertThat(Guide.texts(Guide.examples(document, "sh"), "sh")).containsExactly("bin/run");
  }
}
