package ch.meinkonto.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a city writes is shown as it was meant, and never does anything. */
class MarkdownTest {

  @Test
  void paragraphsAreSeparatedByBlankLines() {
    assertThat(Markdown.html("Eins\nzwei\n\nDrei")).isEqualTo("<p>Eins zwei</p><p>Drei</p>");
  }

  @Test
  void hyphensMakeAList() {
    assertThat(Markdown.html("Bringen Sie mit:\n- Ausweis\n- Vertrag\n  im Original"))
        .isEqualTo("<p>Bringen Sie mit:</p><ul><li>Ausweis</li><li>Vertrag im Original</li></ul>");
  }

  @Test
  void boldAndLinksAreShown() {
    assertThat(
            Markdown.inline(
                "**Wichtig:** siehe [Hilfe](/hilfe) & [mehr](https://example.org/a?b=c&d)"))
        .isEqualTo(
            "<strong>Wichtig:</strong> siehe <a href=\"/hilfe\">Hilfe</a> &amp; "
                + "<a href=\"https://example.org/a?b=c&amp;d\">mehr</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert`1`)",
        "[x](data:text/html,x)",
        "[x](//evil.example)",
        "[x](http://example.org)",
        "[x](/\\evil.example)"
      })
  void aLinkElsewhereIsOnlyText(String text) {
    assertThat(Markdown.html(text)).isEqualTo("<p>x</p>");
    assertThat(Markdown.mistake(text)).isPresent();
  }

  @Test
  void htmlIsShownAndNotObeyed() {
    assertThat(Markdown.html("<script>alert('x')</script> \"q\""))
        .isEqualTo("<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;q&quot;</p>");
    assertThat(Markdown.mistake("<b>fett</b>")).isPresent();
  }

  @Test
  void aQuoteInAnAddressStaysInTheAddress() {
    assertThat(Markdown.inline("[x](https://example.org/\"onclick=\"y)"))
        .doesNotContain("\"onclick");
  }

  @Test
  void plainTextHasNoSigns() {
    assertThat(Markdown.plain("**Wichtig:** [Hilfe](/hilfe)\n- eins"))
        .isEqualTo("Wichtig: Hilfe\neins");
  }
}
