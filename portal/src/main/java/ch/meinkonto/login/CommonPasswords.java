package ch.meinkonto.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Passwords that are guessed first: known ones from a list, rows on the keyboard, the same piece
 * over and over, and two such pieces one after the other. More than two words in a row are a pass
 * phrase, and fine.
 */
@Component
class CommonPasswords {

  private static final int MOST_PIECES = 2;
  private static final String[] ROWS = {
    "qwertzuiopü",
    "qwertyuiop",
    "asdfghjklöä",
    "yxcvbnm",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "1q2w3e4r5t6z7u8i9o0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "qaywsxedcrfvtgbzhnujm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm"
  };

  private final Set<String> known;

  CommonPasswords() {
    try {
      var list =
          new ClassPathResource("login/common-passwords.txt")
              .getContentAsString(StandardCharsets.UTF_8);
      this.known = new HashSet<>(Arrays.asList(list.split("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether somebody who knows the usual passwords would soon have it.
   *
   * @param password in lower case
   * @param more further words that count as known
   */
  boolean isGuessable(String password, Set<String> more) {
    var text = password.replace(" ", "");
    return isRepetition(text) || consistsOf(text, MOST_PIECES, more);
  }

  private boolean consistsOf(String text, int pieces, Set<String> more) {
    if (text.isEmpty() || isPiece(text, more)) {
      return true;
    }
    if (pieces == 1) {
      return false;
    }
    for (int cut = text.length() - 1; cut > 0; cut--) {
      if (isPiece(text.substring(0, cut), more)
          && consistsOf(text.substring(cut), pieces - 1, more)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPiece(String piece, Set<String> more) {
    return known.contains(piece)
        || more.contains(piece)
        || isNumber(piece)
        || isRepetition(piece)
        || isRow(piece);
  }

  /** Years, dates, phone numbers and the like at the end of a word. */
  private static boolean isNumber(String piece) {
    return piece.length() <= 10 && piece.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The same one to five characters over and over. */
  static boolean isRepetition(String text) {
    for (int period = 1; period <= Math.min(5, text.length() / 2); period++) {
      if (text.substring(period).equals(text.substring(0, text.length() - period))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRow(String piece) {
    var backwards = new StringBuilder(piece).reverse().toString();
    return piece.length() >= 3
        && Arrays.stream(ROWS).anyMatch(row -> row.contains(piece) || row.contains(backwards));
  }
}
