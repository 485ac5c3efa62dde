package ch.meinkonto.connector.paper;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.SmallPortal;
import ch.meinkonto.connector.handover.Description;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.unit.ReceivedRequest;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaperTest {

  private static final String SCHEMA =
      """
      {
        "title": "Fund melden",
        "type": "object",
        "x-steps": [
          {"title": "Was haben Sie gefunden?", "properties": ["sache", "datum", "wert", "laenge"]},
          {"title": "Wer sind Sie?", "properties": ["adresse", "personen", "finderlohn", "farben"]},
          {"title": "Niemand sieht das", "properties": ["leer"]}
        ],
        "properties": {
          "sache": {"title": "Art der Sache", "oneOf": [{"const": "schirm", "title": "Schirm"}]},
          "datum": {"title": "Datum", "type": "string", "format": "date"},
          "wert": {"title": "Wert", "type": "number", "multipleOf": 0.01, "x-unit": "CHF"},
          "laenge": {"title": "Länge", "type": "number", "multipleOf": 0.1, "x-unit": "cm"},
          "adresse": {"title": "Ihre Adresse", "type": "object"},
          "personen": {
            "title": "Wer war dabei?",
            "type": "array",
            "items": {"title": "Person {nr}", "properties": {"vorname": {"title": "Vorname"}}}
          },
          "finderlohn": {"title": "Möchten Sie einen Finderlohn?", "type": "boolean"},
          "farben": {
            "title": "Farben",
            "type": "array",
            "items": {"oneOf": [{"const": "r", "title": "Rot"}], "x-options": [{"const": "b", "title": "Blau"}]}
          },
          "_calculated": {"title": "Berechnet", "properties": {"amt": {"title": "Amt"}, "hilfe": {}}}
        }
      }
      """;

  private SmallPortal portal;

  @BeforeEach
  void start() throws IOException {
    portal = new SmallPortal(JWKSet::new);
  }

  @AfterEach
  void stop() {
    portal.close();
  }

  private static Map<String, Object> answers() {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("unbekannt", "steht nicht im Schema");
    answers.put("finderlohn", true);
    answers.put("wert", new BigDecimal("1234.5"));
    answers.put("datum", "2026-03-01");
    answers.put("sache", "schirm");
    answers.put(
        "adresse",
        Map.of(
            "strasse",
            "Langstrasse",
            "hausnummer",
            "10",
            "plz",
            "8004",
            "ort",
            "Zürich",
            "land",
            "CH"));
    answers.put("laenge", new BigDecimal("80.5"));
    answers.put("farben", List.of("r", "b"));
    answers.put("_calculated", Map.of("amt", "Fundbüro", "hilfe", "Zwischenwert"));
    answers.put("personen", List.of(Map.of("vorname", "Ioniță"), Map.of("vorname", "Doğan")));
    answers.put(
        "_fee",
        Map.of(
            "amount",
            30,
            "currency",
            "CHF",
            "lines",
            List.of(Map.of("label", "Aufbewahrung", "amount", 30))));
    return answers;
  }

  private static ReceivedRequest request(Object answers, String schemaUrl) {
    RequestId id = new RequestId(UUID.randomUUID());
    Envelope envelope =
        Samples.envelope(id, SubmissionId.of(id), Reference.next(Year.of(2026)), null, schemaUrl);
    return Samples.request(envelope, answers);
  }

  private String print(ReceivedRequest request) throws IOException {
    byte[] pdf =
        new Paper(new Labels(portal.address().toString()))
            .print(request, List.of("anhang/1-a.jpg"));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0]+", " ");
    }
  }

  @Test
  void showsLabelsAndValuesInTheFormsOrderAsWrittenInSwitzerland() throws IOException {
    ReceivedRequest request = request(answers(), portal.publish(SCHEMA));
    assertThat(print(request))
        .startsWith("Antrag " + request.envelope().reference())
        .containsSubsequence(
            "Fund melden",
            "Zuständige Stelle schalter-hauptbahnhof",
            "Eingegangen 24. November 2026, 09:05 Uhr",
            "Sprache Deutsch",
            "Mirela Ćosić",
            "Was haben Sie gefunden?",
            "Art der Sache Schirm",
            "Datum 1. März 2026",
            "Wert CHF 1’234.50",
            "Länge 80.5 cm",
            "Wer sind Sie?",
            "Ihre Adresse Langstrasse 10 8004 Zürich",
            "Wer war dabei? Person 1 Vorname Ioniță",
            "Person 2 Vorname Doğan",
            "Weitere Angaben",
            "Möchten Sie einen Finderlohn? Ja",
            "Farben Rot Blau",
            "Weitere Angaben unbekannt steht nicht im Schema",
            "Berechnet Amt Fundbüro",
            "Gebühr Aufbewahrung CHF 30.00 Total CHF 30.00",
            "anhang/1-a.jpg");
  }

  @Test
  void leavesOutWhatOnlyHelpedToCalculate() throws IOException {
    assertThat(print(request(answers(), portal.publish(SCHEMA)))).doesNotContain("Zwischenwert");
  }

  @Test
  void showsIdsWhereThereIsNoSchema() throws IOException {
    assertThat(print(request(answers(), portal.address() + "/schemas/none.json")))
        .contains(
            "sache schirm", "finderlohn Ja", "datum 1. März 2026", "personen Eintrag 1 vorname")
        .doesNotContain("Weitere Angaben sache");
  }

  @Test
  void fetchesSchemasFromThePortalOnly() throws IOException {
    try (SmallPortal other = new SmallPortal(JWKSet::new)) {
      assertThat(print(request(answers(), other.publish(SCHEMA)))).contains("sache schirm");
    }
  }

  @Test
  void saysWhatItCannotPrintAndDropsWhatTurnsTheWriting() throws IOException {
    assertThat(print(request(Map.of("text", "Gru\u0308sse 日本 \u202Eabc\u0000"), "")))
        .contains("Grüsse □□ abc", "□ steht für ein Zeichen");
  }

  @Test
  void printsAnswersToQuestions() throws IOException {
    ReceivedRequest answer = Samples.answer(Samples.lostUmbrella(), "Der Griff ist aus Holz.");
    assertThat(print(answer)).contains("Antwort zu MK-", "Text Der Griff ist aus Holz.");
  }

  @Test
  void breaksLongTextsOverPages() throws IOException {
    String text = "Ein langer Satz über einen Schirm. ".repeat(600);
    assertThat(print(request(Map.of("text", text), ""))).contains("Seite 2");
  }

  @Test
  void saysWhoActsForTheSender() throws IOException {
    ReceivedRequest request = Samples.lostUmbrellaBy("Reto", "Helfer");
    assertThat(print(request))
        .containsSubsequence("Absender", "Mirela Ćosić", "Handelt mit Vollmacht", "Reto Helfer");
    assertThat(Description.of(request).at("/actor/person/name/family").asString())
        .isEqualTo("Helfer");
    assertThat(Description.of(Samples.lostUmbrella()).has("actor")).isFalse();
  }
}
