package ch.meinkonto.connector.paper;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.SmallPortal;
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
        "type": "object",
        "properties": {
          "sache": {"title": "Art der Sache", "oneOf": [{"const": "schirm", "title": "Schirm"}]},
          "datum": {"title": "Datum", "type": "string", "format": "date"},
          "adresse": {"title": "Ihre Adresse", "type": "object"},
          "wert": {"title": "Wert", "type": "number", "multipleOf": 0.01},
          "finderlohn": {"title": "Möchten Sie einen Finderlohn?", "type": "boolean"},
          "personen": {
            "title": "Person",
            "type": "array",
            "items": {"properties": {"vorname": {"title": "Vorname"}}}
          }
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
            "Eingegangen 24. November 2026, 09:05 Uhr",
            "Mirela Ćosić",
            "Art der Sache Schirm",
            "Datum 1. März 2026",
            "Ihre Adresse Langstrasse 10 8004 Zürich",
            "Wert 1’234.50",
            "Möchten Sie einen Finderlohn? Ja",
            "Person 1 Vorname Ioniță",
            "Person 2 Vorname Doğan",
            "Weitere Angaben unbekannt steht nicht im Schema",
            "Gebühr Aufbewahrung CHF 30.00 Total CHF 30.00",
            "anhang/1-a.jpg");
  }

  @Test
  void showsIdsWhereThereIsNoSchema() throws IOException {
    assertThat(print(request(answers(), portal.address() + "/schemas/none.json")))
        .contains("sache schirm", "finderlohn Ja", "datum 1. März 2026", "personen 1 vorname");
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
}
