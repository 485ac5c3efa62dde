package ch.meinkonto.statistics;

import ch.meinkonto.platform.web.Csv;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param heads the first is that of the rows’ names
 */
public record Sheet(String caption, List<String> heads, List<Row> rows) {

  private static final int FEW = 8;
  private static final int MANY = 14;

  /**
   * A row.
   *
   * @param strip the picture of it; null for none
   */
  public record Row(String name, List<Entry> entries, @Nullable Strip strip) {}

  /** Whether its rows have pictures. */
  public boolean pictured() {
    return rows.stream().anyMatch(row -> row.strip() != null);
  }

  /** How many of its rows are the picture, or few enough, and so are shown at once. */
  public int shown() {
    if (!pictured()) {
      return rows.size() > FEW ? 0 : rows.size();
    }
    return rows.size() > MANY ? FEW : rows.size();
  }

  /** As RFC 4180 writes it, so that a spreadsheet calculates nothing that a text asks for. */
  String csv() {
    var csv = new Csv();
    csv.line(heads.toArray(String[]::new));
    for (var row : rows) {
      var line = new String[row.entries().size() + 1];
      line[0] = row.name();
      for (var i = 1; i < line.length; i++) {
        line[i] = row.entries().get(i - 1).plain();
      }
      csv.line(line);
    }
    return csv.toString();
  }
}
