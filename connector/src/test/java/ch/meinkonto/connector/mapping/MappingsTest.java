package ch.meinkonto.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.yaml.Finding;
import ch.meinkonto.connector.yaml.Findings;
import ch.meinkonto.connector.yaml.Placeholders;
import ch.meinkonto.connector.yaml.YamlFile;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingsTest {

  private static final String EXAMPLE = "{\"answers\": {\"sache\": \"Hut\", \"farbe\": \"rot\"}}";

  @TempDir private Path root;
  private List<Finding> findings = List.of();

  private Mappings read() throws IOException {
    Path file = root.resolve("unit.yaml");
    Files.writeString(file, "mapping: " + root.resolve("mapping") + "\n");
    Findings found = new Findings(file);
    Mappings mappings =
        Mappings.read(
            YamlFile.read(file, new Placeholders(_ -> Optional.empty()), found).orElseThrow());
    findings = found.all();
    return mappings;
  }

  private void write(String name, String content) throws IOException {
    Files.createDirectories(root.resolve("mapping"));
    Files.writeString(root.resolve("mapping").resolve(name), content);
  }

  private static ReceivedRequest lost(Object answers) {
    RequestId id = new RequestId(UUID.randomUUID());
    return Samples.request(
        Samples.envelope(id, SubmissionId.of(id), Reference.next(Year.of(2026)), null, null),
        answers);
  }

  private static String text(Optional<Written> written) {
    return new String(written.orElseThrow().content(), StandardCharsets.UTF_8);
  }

  @Test
  void writesARequestAsItsTemplateSays() throws Exception {
    write("fundsache.csv.peb", "{{ answers.sache }};{{ answers.farbe | default('') }}\n");
    write("fundsache.beispiel-1.json", EXAMPLE);
    write("fundsache.beispiel-1.csv", "\"Hut\";\"rot\"\n");
    Mappings mappings = read();

    assertThat(findings).isEmpty();
    assertThat(text(mappings.write(lost(Map.of("sache", "Schirm")))))
        .isEqualTo("\"Schirm\";\"\"\n");
    assertThat(mappings.write(Samples.answer(lost(Map.of()), "Ja."))).isEmpty();
  }

  @Test
  void writesLists() throws Exception {
    write(
        "fundsache.json.peb",
        "[{% for x in answers.sachen %}\"{{ x }}\"{% if not loop.last %}, {% endif %}{% endfor %}]");
    Mappings mappings = read();

    assertThat(text(mappings.write(lost(Map.of("sachen", List.of("Hut", "Schirm"))))))
        .isEqualTo("[\"Hut\", \"Schirm\"]");
    assertThat(text(mappings.write(lost(Map.of("sachen", List.of()))))).isEqualTo("[]");
  }

  @Test
  void readsWhatTheUnitsSystemSays() throws Exception {
    write("_wort.json.peb", "{\"reference\": \"{{ akte }}\", \"kind\": \"message\"}");
    write("_wort.beispiel-1.json", "{\"akte\": \"A-1\"}");
    write("_wort.beispiel-1.out.json", "{\"reference\": \"A-1\", \"kind\": \"message\"}");
    Mappings mappings = read();

    assertThat(findings).isEmpty();
    assertThat(mappings.word(Json.mapper().readTree("{\"akte\": \"B\\\"2\"}")))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"reference\": \"B\\\"2\", \"kind\": \"message\"}");
  }

  private static final List<String> HOSTILE =
      List.of("\"/><b/>", "\",\"admin\":\"", "\";\"x", "a\nb\u0000c\u001b", "{{ envelope }}", "\\");

  private List<String> written(String extension, String template) throws Exception {
    write("fundsache." + extension + ".peb", template);
    Mappings mappings = read();
    List<String> written = new ArrayList<>();
    for (String hostile : HOSTILE) {
      written.add(text(mappings.write(lost(Map.of("sache", hostile)))));
    }
    return written;
  }

  @Test
  void letsNobodyBreakOutOfJson() throws Exception {
    assertThat(written("json", "{\"a\": \"{{ answers.sache }}\"}"))
        .map(json -> Json.mapper().readTree(json).path("a").asString())
        .isEqualTo(HOSTILE);
  }

  @Test
  void letsNobodyBreakOutOfXml() throws Exception {
    assertThat(written("xml", "<a b=\"{{ answers.sache }}\">{{ answers.sache }}</a>"))
        .noneMatch(xml -> xml.contains("<b/>"))
        .contains("<a b=\"a\nbc\">a\nbc</a>");
  }

  @Test
  void letsNobodyBreakOutOfCsv() throws Exception {
    assertThat(written("csv", "{{ answers.sache }};{{ answers.sache }}\n"))
        .allMatch(csv -> Csv.columns(csv).boxed().toList().equals(List.of(2)));
  }

  @Test
  void refusesWhatDoesNotComeOutWellFormed() throws Exception {
    write("fundsache.json.peb", "{\"zahl\": {{ answers.zahl }}}");
    Mappings mappings = read();
    assertThat(text(mappings.write(lost(Map.of("zahl", 3))))).isEqualTo("{\"zahl\": 3}");
    assertThatThrownBy(() -> mappings.write(lost(Map.of("zahl", "drei geheime"))))
        .isInstanceOf(MappingFailed.class)
        .hasMessage("fundsache.json.peb does not give valid JSON");
  }

  @Test
  void letsATemplateReadValuesAndNothingElse() throws Exception {
    for (String template :
        List.of(
            "{{ answers.getClass() }}",
            "{{ answers.sache.getClass().forName('java.lang.Runtime') }}",
            "{% include '/etc/passwd' %}",
            "{% for x in ['a'] %}{{ loop.getClass().getName() }}{% endfor %}",
            "{{ answers.fehlt }}")) {
      write("fundsache.xml.peb", "<a>" + template + "</a>");
      Mappings mappings = read();
      if (template.contains("include")) {
        assertThat(text(mappings.write(lost(Map.of("sache", "Hut")))))
            .isEqualTo("<a>/etc/passwd</a>");
      } else {
        assertThatThrownBy(() -> mappings.write(lost(Map.of("sache", "Hut"))))
            .as(template)
            .isInstanceOf(MappingFailed.class)
            .hasMessageStartingWith("fundsache.xml.peb does not fit");
      }
    }
  }

  @Test
  void triesTheExamplesBeforeAnythingGoesLive() throws Exception {
    write("fundsache.xml.peb", "<fund>\n<sache>{{ answers.sache }}</sache>\n</fund>\n");
    read();
    assertThat(findings.toString()).contains("unit.yaml:1", "has no example");
    write("fundsache.beispiel-1.json", EXAMPLE);
    read();
    assertThat(findings.toString()).contains("beispiel-1.xml cannot be read");
    write("fundsache.beispiel-1.xml", "<fund>\n<sache>Hat</sache>\n</fund>\n");
    read();
    assertThat(findings.toString()).contains("comes something else", "first in line 2");
    write("fundsache.beispiel-1.xml", "<fund>\n<sache>Hut</sache>\n</fund>\n");
    read();
    assertThat(findings).isEmpty();
    write("Fund Sache.peb", "");
    read();
    assertThat(findings.toString()).contains("Fund Sache.peb must be called SERVICE.xml.peb");
  }

  @Test
  void isEqualWhenItsTemplatesAreEqual() throws Exception {
    write("fundsache.xml.peb", "<a/>");
    Mappings before = read();
    assertThat(read()).isEqualTo(before);
    write("fundsache.xml.peb", "<b/>");
    assertThat(read()).isNotEqualTo(before);
  }

  @Test
  void findsWhatTheSchemaBesideTheTemplateDoesNotAllow() throws IOException {
    write(
        "fundsache.xsd",
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="farbe">
            <xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="rot"/></xs:restriction></xs:simpleType>
          </xs:element>
        </xs:schema>
        """);
    write("fundsache.xml.peb", "<farbe>{{ answers.farbe }}</farbe>");
    write("fundsache.beispiel-1.json", EXAMPLE);
    write("fundsache.beispiel-1.xml", "<farbe>rot</farbe>");
    Mappings mappings = read();
    assertThat(findings).isEmpty();
    assertThatThrownBy(() -> mappings.write(lost(Map.of("farbe", "geheim"))))
        .isInstanceOf(MappingFailed.class)
        .hasMessage(
            "fundsache.xml.peb gives in line 1 what fundsache.xsd does not allow"
                + " (cvc-enumeration-valid)");

    write("fundsache.xsd", "<!DOCTYPE x SYSTEM \"file:///etc/hostname\"><x/>");
    assertThat(read()).isNotEqualTo(mappings);
    assertThat(findings)
        .extracting(Finding::message)
        .containsExactly("“mapping” fundsache.xsd does not give well-formed XML");
    write("fundsache.xsd", "<x/>");
    read();
    assertThat(findings)
        .extracting(Finding::message)
        .containsExactly("“mapping” fundsache.xsd is no XML Schema of its own: line 1");
  }
}
