package ch.meinkonto.directory;

import java.util.regex.Pattern;

/**
 * The form of ids in a city’s folder: they stand in addresses and file names, so they are plain.
 */
public final class Slug {

  private static final Pattern PATTERN = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  private Slug() {}

  /** Whether the text may be an id. */
  public static boolean fits(String text) {
    return PATTERN.matcher(text).matches();
  }

  /** The text itself. */
  public static String check(String text) {
    if (!fits(text)) {
      throw new IllegalArgumentException("not an id: small letters, digits and hyphens only");
    }
    return text;
  }
}
