package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.Case;
import ch.meinkonto.connector.worklist.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What happened to a case, line by line: who, when, what. Never what was written.
 *
 * @param who a person's name, or empty for the machine
 */
public record Trail(Instant at, String who, String what) {

  static List<Trail> of(Case one, Map<String, String> names) {
    return one.entries().stream().map(entry -> line(entry, names)).toList().reversed();
  }

  private static Trail line(Entry entry, Map<String, String> names) {
    return switch (entry) {
      case Entry.Received e -> new Trail(e.at(), "", Labels.came(e) + ": eingegangen");
      case Entry.Looked e -> new Trail(e.at(), name(e.by(), names), sight(e));
      case Entry.Assigned e -> new Trail(e.at(), name(e.by(), names), assigned(e, names));
      case Entry.Drafted e ->
          new Trail(
              e.at(),
              name(e.by(), names),
              e.text().isEmpty() ? "Entwurf verworfen" : "Entwurf gesichert");
      case Entry.Said e -> new Trail(e.at(), name(e.by(), names), said(e));
      case Entry.Sent e -> new Trail(e.at(), "", "Text ist beim Portal");
      case Entry.NotSent e -> new Trail(e.at(), "", "Text nicht gesendet: " + e.reason());
    };
  }

  private static String name(String login, Map<String, String> names) {
    return names.getOrDefault(login, login);
  }

  private static String sight(Entry.Looked looked) {
    String file = looked.file() == null ? "" : ": " + looked.file();
    return switch (looked.sight()) {
      case CASE -> "Fall angesehen";
      case PAPER -> "PDF geöffnet";
      case FILE -> "Datei geöffnet" + file;
      case TRAIL -> "Protokoll angesehen";
      case DOSSIER -> "Akte heruntergeladen";
    };
  }

  private static String assigned(Entry.Assigned assigned, Map<String, String> names) {
    String to = assigned.to();
    if (to == null) {
      return "Zuteilung aufgehoben";
    }
    return to.equals(assigned.by()) ? "Fall übernommen" : "Fall zugeteilt an " + name(to, names);
  }

  private static String message(Entry.Said said) {
    String what = said.formal() == null ? "Nachricht" : "Förmliche Zustellung";
    return said.documents().isEmpty()
        ? what + " geschrieben"
        : what + " mit Dokumenten geschrieben";
  }

  private static String said(Entry.Said said) {
    return switch (said.kind()) {
      case MESSAGE -> message(said);
      case QUESTION -> "Rückfrage gestellt";
      case STATE -> "Stand gesetzt: " + Labels.state(said);
    };
  }
}
