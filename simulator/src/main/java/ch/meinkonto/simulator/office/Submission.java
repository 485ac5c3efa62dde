package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What lies in a submission's folder: as JSON, or as CSV with names in the first line. Columns with
 * a name of the envelope are the envelope; the others are the answers.
 */
final class Submission {

  private static final Set<String> ENVELOPE =
      Set.of("requestId", "submissionId", "reference", "service", "language", "receivedAt");

  private Submission() {}

  /** Reads {@code antrag} or {@code antwort} of a folder, whichever format it has. */
  static JsonNode read(Path folder, String name) {
    try {
      var csv = folder.resolve(name + ".csv");
      return Files.exists(csv)
          ? ofCsv(Files.readString(csv))
          : Json.mapper().readTree(Files.readAllBytes(folder.resolve(name + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode ofCsv(String text) {
    var rows = rows(text);
    var submission = Json.mapper().createObjectNode();
    var envelope = submission.putObject("envelope");
    var answers = submission.putObject("answers");
    for (int i = 0; i < rows.get(0).size(); i++) {
      var column = rows.get(0).get(i);
      (ENVELOPE.contains(column) ? envelope : answers).put(column, rows.get(1).get(i));
    }
    return submission;
  }

  /** RFC 4180 with semicolons. */
  private static List<List<String>> rows(String text) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        if (quoted && i > 0 && text.charAt(i - 1) == '"') {
          cell.append(c);
        }
      } else if (!quoted && (c == ';' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }
}
