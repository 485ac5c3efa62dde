package ch.meinkonto.platform.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {

  private final Findings findings = new Findings();

  private YamlNode read(String text) {
    return YamlFile.parse(Path.of("umzug.yaml"), text, findings);
  }

  @Test
  void saysFileLineAndReason() {
    read("id: umzug\nversion: viele\n").require("version").integer(1, 999);

    assertThat(findings)
        .hasToString("umzug.yaml:2: “version” must be a whole number from 1 to 999");
  }

  @Test
  void readsScalarsAsTheyAreWritten() {
    var node = read("land: NO\nplz: 8001\ndatum: 2026-11-24\nleer: ''\n");

    assertThat(node.require("land").text()).isEqualTo("NO");
    assertThat(node.require("plz").text()).isEqualTo("8001");
    assertThat(node.require("datum").text()).isEqualTo("2026-11-24");
    assertThat(node.require("leer").text()).isEmpty();
    assertThat(findings.isEmpty()).isTrue();
  }

  @Test
  void complainsOnceAboutWhatIsMissing() {
    read("id: x\n").require("form").require("steps").items().forEach(YamlNode::text);

    assertThat(findings).hasToString("umzug.yaml:1: “form” is missing");
  }

  @Test
  void refusesUnknownAndDoubleKeys() {
    read("id: x\nlabl: y\nid: z\n").allow("id", "label");

    assertThat(findings.toString())
        .contains("umzug.yaml:2: unknown key “labl”; known here: id, label")
        .contains("umzug.yaml:3: “id” stands here twice");
  }

  @Test
  void tellsWhichLanguageIsMissing() {
    var label = read("label: { de: Strasse }\n").require("label");
    var text = label.localized(Languages.of("de", "en"));

    assertThat(text.in(Locale.ENGLISH)).isEqualTo("Strasse");
    assertThat(findings.toString()).contains("“label” has no text in the language “en”");
  }

  @Test
  void readsAnEasyVariantBesideALanguageAndNoOtherVariant() {
    var label =
        read("label: { de: Zivilstand, de-simple: 'Verheiratet?', en: Status, de-hard: Stand }\n")
            .require("label")
            .localized(Languages.of("de", "en"));

    assertThat(label.hasEasy(Locale.GERMAN)).isTrue();
    assertThat(label.hasEasy(Locale.ENGLISH)).isFalse();
    assertThat(label.in(Locale.forLanguageTag("de-simple"))).isEqualTo("Verheiratet?");
    assertThat(label.in(Locale.forLanguageTag("de-CH"))).isEqualTo("Zivilstand");
    assertThat(label.in(Locale.forLanguageTag("en-simple"))).isEqualTo("Status");
    assertThat(findings.toString()).contains("unknown key “de-hard”");
  }

  @Test
  void takesOneTextForAllLanguages() {
    var text = read("label: Strasse\n").require("label").localized(Languages.of("de", "en"));

    assertThat(text.in(Locale.GERMANY)).isEqualTo("Strasse");
    assertThat(text.in("en")).isEqualTo("Strasse");
    assertThat(findings.isEmpty()).isTrue();
  }

  @Test
  void readsWordsByTheirMeaning() {
    var node = read("level: two-factors\nother: three\n");
    var levels = Map.of("two-factors", 2);

    assertThat(node.require("level").oneOf(levels)).isEqualTo(2);
    node.require("other").oneOf(levels);
    assertThat(findings.toString()).contains(":2: “other” must be one of: two-factors");
  }

  @Test
  void refusesAliasesSoThatNothingGrowsWithoutEnd() {
    var node = read("a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n");

    assertThat(node.isMissing()).isTrue();
    assertThat(findings.toString()).contains("umzug.yaml:2: anchors and aliases");
  }

  @Test
  void refusesBottomlessNesting() {
    assertThat(read("[".repeat(10_000)).isMissing()).isTrue();
    assertThat(findings.all()).hasSize(1);
  }

  @Test
  void namesTheLineOfASyntaxError() {
    assertThat(read("id: x\n  form: [\n").isMissing()).isTrue();
    assertThat(findings.toString()).startsWith("umzug.yaml:2: not YAML: ");
  }

  @Test
  void refusesHugeAndUnreadableFiles(@TempDir Path folder) throws Exception {
    var huge = Files.writeString(folder.resolve("huge.yaml"), "a: " + "x".repeat(1_000_001));
    var latin = Files.write(folder.resolve("l.yaml"), "a: ü".getBytes(StandardCharsets.ISO_8859_1));

    YamlFile.read(huge, findings);
    YamlFile.read(latin, findings);
    YamlFile.read(folder.resolve("none.yaml"), findings);

    assertThat(findings.toString())
        .contains("huge.yaml:1: the file is larger than 1 MB")
        .contains("l.yaml:1: the file is not UTF-8")
        .contains("none.yaml:1: the file can’t be read");
  }
}
