package ch.meinkonto.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Lines of comma-separated values (RFC 4180), with a byte order mark, without which spreadsheets
 * take UTF-8 for something else. What a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP ASVS 1.2.10).
 */
public final class Csv {

  private static final MediaType TYPE = new MediaType("text", "csv", UTF_8);

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Pattern FORMULA =
      Pattern.compile("^[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]");
  private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

  private final StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);

  /** Adds a line. */
  public void line(String... values) {
    for (var i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ",").append(field(values[i]));
    }
    text.append("\r\n");
  }

  /** An answer that browsers save under this name. */
  public static ResponseEntity.BodyBuilder file(String name) {
    return ResponseEntity.ok()
        .contentType(TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".csv").build().toString());
  }

  private static String field(String value) {
    var tame = FORMULA.matcher(value).find() ? "'" + value : value;
    return QUOTED.matcher(tame).find() ? '"' + tame.replace("\"", "\"\"") + '"' : tame;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
