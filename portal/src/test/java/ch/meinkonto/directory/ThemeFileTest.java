package ch.meinkonto.directory;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.yaml.Findings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A city chooses colours; it does not get at the page. */
class ThemeFileTest {

  @Test
  void colourForLightAndDarkAreATheme() {
    assertThat(
            findings(
                """
                /* ours: { } */
                :root { --city-accent: #0b4f94; --round: 0.5rem; }
                @media (prefers-color-scheme: dark) {
                  :root { --city-accent: oklch(0.8 0.1 250); }
                }
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "body { --a: b; }",
        ":root { color: red; }",
        ":root { --a: url(https://example.org/x.png); }",
        ":root { --a: image-set('x' 1x); }",
        "@import 'other.css';",
        "@font-face { --a: b; }",
        ":root { --a: b; } :root { --a: </style>; }",
        ":root { --a: b;",
        ":root { --a: b; } }",
        "@media print { --a: b; }",
        ":root { --a: \\75rl(x); }",
        ":root { :root { --a: b; } }"
      })
  void anythingElseIsRefused(String css) {
    assertThat(findings(css)).startsWith("theme.css:1: ");
  }

  @Test
  void aFindingHasItsLine() {
    assertThat(findings(":root {\n  --a: b;\n  color: red;\n}\n")).startsWith("theme.css:3: ");
  }

  private static String findings(String css) {
    var findings = new Findings();
    ThemeFile.check(Path.of("theme.css"), css, findings);
    return findings.toString();
  }
}
