package ch.meinkonto.connector.paper;

import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.unit.ReceivedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
    Envelope envelope = request.envelope();
    try {
      JsonNode schema = labels.schema(envelope.schemaUrl()).orElseGet(MissingNode::getInstance);
      return Pdf.print(title(request), lines(request, schema, files));
    } catch (RuntimeException e) {
      log.error("{}: cannot be shown as PDF ({})", envelope.reference(), e.getClass().getName());
      return Pdf.print(
          title(request),
          List.of(
              new Line.Heading(
                  "Diese Angaben lassen sich nicht darstellen. Sie stehen in der "
                      + "JSON-Datei daneben.")));
    }
  }

  private static String title(ReceivedRequest request) {
    return (request.answer().isPresent() ? "Antwort zu " : "Antrag ")
        + request.envelope().reference();
  }

  private static List<Line> lines(ReceivedRequest request, JsonNode schema, List<String> files) {
    List<Line> lines = new ArrayList<>(about(request.envelope()));
    request.sender().ifPresent(sender -> lines.addAll(sender(sender)));
    lines.add(new Line.Heading(request.answer().isPresent() ? "Antwort" : "Angaben"));
    request
        .answer()
        .ifPresentOrElse(
            answer -> lines.add(Line.Entry.of("Text", answer.text())),
            () -> lines.addAll(Reader.lines(request.answers(), schema)));
    if (!files.isEmpty()) {
      lines.add(new Line.Heading("Anhang"));
      for (int i = 0; i < files.size(); i++) {
        lines.add(Line.Entry.of("Datei " + (i + 1), files.get(i)));
      }
    }
    return lines;
  }

  private static List<Line> about(Envelope envelope) {
    return List.of(
        Line.Entry.of("Dienst", envelope.service()),
        Line.Entry.of("Eingegangen", Notation.moment(envelope.receivedAt())),
        Line.Entry.of("Anmeldung", assurance(envelope.assurance())),
        Line.Entry.of("Sprache", envelope.language()));
  }

  private static String assurance(Assurance assurance) {
    return switch (assurance) {
      case NONE -> "ohne Anmeldung";
      case LOGIN -> "angemeldet";
      case TWO_FACTORS -> "angemeldet mit zwei Faktoren";
    };
  }

  private static List<Line> sender(Sender sender) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line.Heading("Absender"));
    lines.add(
        new Line.Entry(
            "Name",
            there(sender.organisation(), sender.name().given() + " " + sender.name().family())));
    Sender.PostalAddress address = sender.contact().address();
    if (address != null) {
      lines.add(new Line.Entry("Adresse", address(address)));
    }
    lines.add(Line.Entry.of("E-Mail", sender.contact().email()));
    String phone = sender.contact().phone();
    if (phone != null) {
      lines.add(Line.Entry.of("Telefon", phone));
    }
    return lines;
  }

  private static List<String> address(Sender.PostalAddress address) {
    return there(
        String.join(" ", there(address.street(), address.houseNumber())),
        address.addition(),
        address.postalCode() + " " + address.town(),
        address.country().equals("CH") ? null : address.country());
  }

  private static List<String> there(@org.jspecify.annotations.Nullable String... texts) {
    return Stream.of(texts)
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .filter(text -> !text.isBlank())
        .toList();
  }
}
