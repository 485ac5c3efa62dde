package ch.meinkonto.account;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Lines of text as people type them: tidied, and judged before they are kept. */
public final class Typed {

  /** As long as a name, a street or a company may be. */
  public static final int LONGEST = 100;

  private Typed() {}

  /** Without blanks around it, single blanks inside, composed characters (NFC). */
  public static String line(@Nullable String typed) {
    if (typed == null) {
      return "";
    }
    // what is far too long is refused later; tidying it would only cost time
    return typed.length() > 20 * LONGEST
        ? typed
        : Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /** Null for an empty line. */
  public static @Nullable String orNull(String line) {
    return line.isEmpty() ? null : line;
  }

  /** Whether a line is too long to be kept. */
  public static boolean tooLong(String line) {
    return line.codePointCount(0, line.length()) > LONGEST;
  }

  /**
   * Whether a line holds what nobody types: control characters, invisible direction marks, half
   * characters, or the sign for bytes that were no text.
   */
  public static boolean unprintable(String line) {
    return line.codePoints()
        .anyMatch(c ->
            switch (Character.getType(c)) {
              case Character.CONTROL,
                  Character.SURROGATE,
                  Character.PRIVATE_USE,
                  Character.UNASSIGNED,
                  Character.LINE_SEPARATOR,
                  Character.PARAGRAPH_SEPARATOR ->
                  true;
              case Character.FORMAT -> c != 0x200c && c != 0x200d; // joiners of some scripts
              default -> c == 0xfffd;
            });
  }
}
