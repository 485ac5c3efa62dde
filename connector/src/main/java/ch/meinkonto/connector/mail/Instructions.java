package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.paper.Notices;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.unit.ReceivedRequest;
import java.util.Collection;

/** What the connector's mails say to a clerk. */
final class Instructions {

  /** Mail programs quote from here on. */
  static final String LINE = "Bitte über dieser Zeile antworten";

  private static final String HOW_TO_ANSWER =
      """
      So antworten Sie
      Antworten Sie auf diese Mail, signiert (S/MIME). Ihr Text und Ihre Anhänge gehen an die
      Person. Was unter der Zeile ganz oben steht, geht nicht mit.

      Die erste Zeile kann sagen, was Ihre Antwort ist:

        FRAGE: Welche Farbe hat der Schirm?
           fragt die Person; ihre Antwort kommt als Mail zu Ihnen
        FRAGE OHNE DATEIEN: Welche Farbe hat der Schirm?
           dasselbe, aber die Person kann keine Dateien mitschicken
        STAND: in Arbeit
        STAND: entschieden
        STAND: erledigt
           zeigt der Person, wie weit ihr Antrag ist; darunter kann ein Text stehen

        ZUSTELLUNG: Verfügung
        ZUSTELLUNG: Vorladung, 7 Tage
        ZUSTELLUNG: Verfügung, 7 Tage, gilt als zugestellt
           stellt Text und Anhänge förmlich zu: Die Person öffnet sie, und Sie erfahren, wann;
           oder dass sie es so lange nicht getan hat. Es gibt Verfügung, Vorladung und Schreiben

      Ohne eine solche Zeile ist Ihre Antwort eine Mitteilung.
      """;

  private static final String NO_ANSWER =
      """
      Auf diese Mail können Sie nicht antworten: Die Person hört nur von der Stelle, die
      entscheidet. Haben Sie Auflagen oder Fragen? Dann sagen Sie sie dieser Stelle.
      """;

  private Instructions() {}

  /** What a clerk sees first of a submission. */
  static String of(ReceivedRequest request, Collection<String> files) {
    Reference reference = request.envelope().reference();
    return """
    %s

    %s

    %s
    %s\
    """
        .formatted(
            line(reference),
            what(request),
            list(files),
            request.inCharge().isPresent() ? NO_ANSWER : HOW_TO_ANSWER);
  }

  private static String what(ReceivedRequest request) {
    Envelope envelope = request.envelope();
    return switch (envelope.kind()) {
      case ANSWER ->
          "Zum Antrag %s ist die Antwort auf Ihre Frage da.".formatted(envelope.reference());
      case WITHDRAWAL ->
          "Der Antrag %s ist zurückgezogen. Bitte bearbeiten Sie ihn nicht weiter."
              .formatted(envelope.reference());
      case DELIVERY_NOTICE ->
          "Zum Antrag %s: %s."
              .formatted(envelope.reference(), Notices.title(request.notice().orElseThrow()));
      case COPY ->
          "Kopie von Antrag %s, zu Ihrer Kenntnis\nDienst: %s\nEs entscheidet: %s"
              .formatted(
                  envelope.reference(), envelope.service(), request.inCharge().orElse("unbekannt"));
      case REQUEST, ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END ->
          "Neuer Antrag %s\nDienst: %s%s"
              .formatted(
                  envelope.reference(),
                  envelope.service(),
                  request.office().map(office -> "\nZuständige Stelle: " + office).orElse(""));
    };
  }

  static String note(String reason) {
    return """
    Diese Mail wurde nicht an die Person weitergeleitet.

    Grund: %s

    Sie liegt jetzt im Ordner «Fehler» des Postfachs, an das sie ging. Bitte beheben Sie den
    Grund und senden Sie Ihre Antwort noch einmal.
    """
        .formatted(reason);
  }

  private static String line(Reference reference) {
    return "--- %s (%s) ---".formatted(LINE, reference);
  }

  private static String list(Collection<String> files) {
    StringBuilder list = new StringBuilder("Im Anhang:\n");
    for (String file : files) {
      String name = file.substring(file.lastIndexOf('/') + 1);
      list.append("  ").append(name).append(about(name)).append('\n');
    }
    return list.toString();
  }

  private static String about(String name) {
    return switch (name) {
      case "antrag.pdf", "kopie.pdf", "antwort.pdf", "rueckzug.pdf", "zustellung.pdf" ->
          "  zum Lesen und Drucken";
      case "quittung.jws" -> "  die signierte Quittung des Portals";
      case "manifest.json" -> "  Grösse und Prüfsumme jeder Datei";
      default ->
          name.matches("(antrag|kopie|antwort|rueckzug|zustellung)\\.(json|xml|csv)")
              ? "  dasselbe für Ihr System"
              : "";
    };
  }
}
