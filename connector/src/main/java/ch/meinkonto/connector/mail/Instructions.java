package ch.meinkonto.connector.mail;

import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Reference;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

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

      Ohne eine solche Zeile ist Ihre Antwort eine Mitteilung.
      """;

  private Instructions() {}

  static String request(Envelope envelope, @Nullable String office, Collection<String> files) {
    return """
    %s

    Neuer Antrag %s
    Dienst: %s
    %s
    %s
    %s\
    """
        .formatted(
            line(envelope.reference()),
            envelope.reference(),
            envelope.service(),
            office == null ? "" : "Zuständige Stelle: " + office + "\n",
            list(files),
            HOW_TO_ANSWER);
  }

  static String answer(Reference reference, Collection<String> files) {
    return """
    %s

    Zum Antrag %s ist eine Antwort auf Ihre Frage da.

    %s
    %s\
    """
        .formatted(line(reference), reference, list(files), HOW_TO_ANSWER);
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
      case "antrag.pdf", "antwort.pdf" -> "  zum Lesen und Drucken";
      case "antrag.json",
          "antrag.xml",
          "antrag.csv",
          "antwort.json",
          "antwort.xml",
          "antwort.csv" ->
          "  dasselbe für Ihr System";
      case "quittung.jws" -> "  die signierte Quittung des Portals";
      case "manifest.json" -> "  Grösse und Prüfsumme jeder Datei";
      default -> "";
    };
  }
}
