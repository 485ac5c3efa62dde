package ch.meinkonto.connector.paper;

import ch.meinkonto.contract.AnswerText;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.unit.ReceivedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A request as a PDF that people can read, print and file. */
public final class Paper {

  private static final Logger log = LoggerFactory.getLogger(Paper.class);

  private final Labels labels;

  public Paper(Labels labels) {
    this.labels = labels;
  }

  /**
   * The PDF. A request that cannot be shown must not be stopped by that: the PDF then says so.
   *
   * @param files where the attachments lie, in their order
   */
  public byte[] print(ReceivedRequest request, List<String> files) {
    return print(request, schema(request), files);
  }

  /** The answers' schema, or a missing node. */
  public JsonNode schema(ReceivedRequest request) {
    return labels.schema(request.envelope().schemaUrl()).orElseGet(MissingNode::getInstance);
  }

  /** The same as lines: sender, who acts for them, answers, and what the attachments are called. */
  public List<Line> read(ReceivedRequest request, JsonNode schema, List<String> files) {
    return lines(request, schema, files);
  }

  /** The PDF, with a schema that was kept. */
  public byte[] print(ReceivedRequest request, JsonNode schema, List<String> files) {
    Envelope envelope = request.envelope();
    try {
      return Pdf.print(kind(request), title(request, schema), lines(request, schema, files));
    } catch (RuntimeException e) {
      log.error("{}: cannot be shown as PDF ({})", envelope.reference(), e.getClass().getName());
      return Pdf.print(
          kind(request),
          envelope.service(),
          List.of(
              Line.Heading.section(
                  "Diese Angaben lassen sich nicht darstellen. Sie stehen in der "
                      + "JSON-Datei daneben.")));
    }
  }

  private static String kind(ReceivedRequest request) {
    String what =
        switch (request.envelope().kind()) {
          case ANSWER -> "Antwort zu ";
          case WITHDRAWAL -> "Rückzug von ";
          case DELIVERY_NOTICE -> "Zustellung zu ";
          case COPY -> "Kopie von ";
          case REQUEST, ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END -> "Antrag ";
        };
    return what + request.envelope().reference();
  }

  private static String title(ReceivedRequest request, JsonNode schema) {
    return switch (request.envelope().kind()) {
      case ANSWER -> "Antwort auf Ihre Frage";
      case WITHDRAWAL -> "Der Antrag ist zurückgezogen";
      case DELIVERY_NOTICE -> Notices.title(request.notice().orElseThrow());
      case REQUEST, COPY, ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END ->
          schema.path("title").asString(request.envelope().service());
    };
  }

  private static List<Line> lines(ReceivedRequest request, JsonNode schema, List<String> files) {
    List<Line> lines = new ArrayList<>(about(request));
    request.sender().ifPresent(sender -> lines.addAll(person("Absender", sender)));
    request
        .actor()
        .ifPresent(actor -> lines.addAll(person("Handelt mit Vollmacht", actor.person())));
    lines.addAll(
        switch (request.envelope().kind()) {
          case ANSWER -> answer(request.answer().orElseThrow());
          case WITHDRAWAL -> said("Bemerkung", request.withdrawal().orElseThrow().text());
          case DELIVERY_NOTICE -> Notices.lines(request.notice().orElseThrow());
          case REQUEST, COPY, ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END ->
              Reader.lines(request.answers(), schema);
        });
    if (!files.isEmpty()) {
      lines.add(Line.Heading.section("Anhang"));
      for (int i = 0; i < files.size(); i++) {
        lines.add(Line.Entry.of("Datei " + (i + 1), files.get(i)));
      }
    }
    return lines;
  }

  private static List<Line> answer(AnswerText answer) {
    JsonNode answers = answer.answers();
    JsonNode answered = answer.schema();
    return answers == null || answered == null
        ? said("Antwort", answer.text())
        : Reader.lines(answers, answered);
  }

  private static List<Line> said(String title, String text) {
    return text.isBlank()
        ? List.of()
        : List.of(Line.Heading.section(title), Line.Entry.of("Text", text));
  }

  private static List<Line> about(ReceivedRequest request) {
    Envelope envelope = request.envelope();
    List<Line> lines = new ArrayList<>();
    request.inCharge().ifPresent(unit -> lines.add(Line.Entry.of("Es entscheidet", unit)));
    request.office().ifPresent(office -> lines.add(Line.Entry.of("Zuständige Stelle", office)));
    lines.add(Line.Entry.of("Eingegangen", Notation.moment(envelope.receivedAt())));
    lines.add(Line.Entry.of("Anmeldung", assurance(envelope.assurance())));
    lines.add(Line.Entry.of("Sprache", language(envelope.language())));
    return lines;
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.GERMAN);
  }

  private static String assurance(Assurance assurance) {
    return switch (assurance) {
      case NONE -> "ohne Anmeldung";
      case LOGIN -> "angemeldet";
      case TWO_FACTORS -> "angemeldet mit zwei Faktoren";
    };
  }

  private static List<Line> person(String title, Sender sender) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.Heading.section(title));
    String organisation = sender.organisation();
    if (organisation != null) {
      lines.add(Line.Entry.of("Firma", organisation));
    }
    lines.add(Line.Entry.of("Name", sender.name().given() + " " + sender.name().family()));
    Sender.PostalAddress address = sender.contact().address();
    if (address != null) {
      lines.add(new Line.Entry("Adresse", PostalLines.of(address)));
    }
    lines.add(Line.Entry.of("E-Mail", sender.contact().email()));
    String phone = sender.contact().phone();
    if (phone != null) {
      lines.add(Line.Entry.of("Telefon", Notation.phone(phone)));
    }
    return lines;
  }
}
