package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A submission as CSV, with names in the first line. Columns with a name of the envelope are the
 * envelope; the others are the answers.
 */
final class Csv {

  private static final Set<String> ENVELOPE =
      Set.of("requestId", "submissionId", "reference", "service", "language", "receivedAt");

  private Csv() {}

  static JsonNode read(String text) {
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
