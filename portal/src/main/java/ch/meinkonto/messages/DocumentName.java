package ch.meinkonto.messages;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of files that somebody else chose, made harmless. */
final class DocumentName {

  private static final int LONGEST = 100;
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
  private static final Pattern FORBIDDEN = Pattern.compile("[\"*:<>?|%;\\\\/]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern LEADING_DOTS = Pattern.compile("^[.\\s]+");

  private DocumentName() {}

  /**
   * The last part of a path, without characters that cannot be seen or that a file system takes for
   * something else.
   */
  static String of(String given) {
    var unseen = UNSEEN.matcher(Normalizer.normalize(given, Normalizer.Form.NFC)).replaceAll("");
    var last = unseen.substring(Math.max(unseen.lastIndexOf('/'), unseen.lastIndexOf('\\')) + 1);
    var plain = FORBIDDEN.matcher(last).replaceAll("_");
    var name = LEADING_DOTS.matcher(SPACES.matcher(plain).replaceAll(" ")).replaceFirst("").strip();
    return name.isEmpty() ? "Dokument" : shortened(name);
  }

  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    var ending = dot > 0 && name.length() - dot <= 8 ? name.substring(dot) : "";
    return name.substring(0, LONGEST - ending.length() - 1).stripTrailing() + "…" + ending;
  }
}
