package ch.meinkonto.connector.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A resident's file name made fit for any file system, and for the eyes of a clerk. */
public final class SafeName {

  private static final int LONGEST = 120;
  private static final int LONGEST_EXTENSION = 12;
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");
  private static final String NAMELESS = "datei";

  private SafeName() {}

  /** The name without path, control characters, marks that turn writing, and what Windows bars. */
  public static String of(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    StringBuilder clean = new StringBuilder();
    Normalizer.normalize(last, Normalizer.Form.NFC).codePoints().forEach(c -> append(clean, c));
    String name = trimmed(clean.toString().replaceAll(" {2,}", " "));
    name = trimmed(shortened(name));
    if (name.isEmpty()) {
      return NAMELESS;
    }
    return RESERVED.matcher(name).matches() ? "_" + name : name;
  }

  private static void append(StringBuilder clean, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED -> {}
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          clean.append(' ');
      default -> clean.appendCodePoint("<>:\"|?*".indexOf(c) >= 0 ? '_' : c);
    }
  }

  private static String trimmed(String name) {
    return name.replaceAll("^[ .]+|[ .]+$", "");
  }

  private static String shortened(String name) {
    if (bytes(name) <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot);
    if (bytes(extension) > LONGEST_EXTENSION) {
      extension = "";
    }
    StringBuilder kept = new StringBuilder();
    int room = LONGEST - bytes(extension);
    for (int c : name.substring(0, name.length() - extension.length()).codePoints().toArray()) {
      room -= bytes(Character.toString(c));
      if (room < 0) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept + extension;
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
