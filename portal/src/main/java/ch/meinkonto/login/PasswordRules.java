package ch.meinkonto.login;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a password must be (NIST SP 800-63B-4 §3.1.1.2): long, and not one that others guess first.
 * Nothing about kinds of characters; see docs/adr.
 */
@Component
class PasswordRules {

  /** The password is the only factor. */
  static final int SHORTEST = 15;

  static final int LONGEST = 128;

  /** This much must remain when what is easily guessed is taken away. */
  private static final int SHORTEST_REMAINDER = 8;

  private static final Set<String> SERVICE_WORDS =
      Set.of("meinkonto", "konto", "passwort", "password", "stadt", "zürich", "zuerich", "zurich");

  private final CommonPasswords common;

  PasswordRules(CommonPasswords common) {
    this.common = common;
  }

  /** Why a password is not taken. */
  enum Fault {
    EMPTY,
    TOO_SHORT,
    TOO_LONG,
    UNPRINTABLE,
    COMMON,
    LEAKED,
    PERSONAL
  }

  /**
   * The first thing that is wrong with a password.
   *
   * @param personal the person's names and e-mail address
   */
  Optional<Fault> fault(String password, List<String> personal) {
    var length = password.codePointCount(0, password.length());
    if (length == 0) {
      return Optional.of(Fault.EMPTY);
    }
    if (length > LONGEST) {
      return Optional.of(Fault.TOO_LONG);
    }
    if (password.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(Fault.UNPRINTABLE);
    }
    if (length < SHORTEST) {
      return Optional.of(Fault.TOO_SHORT);
    }
    var plain = simplified(password);
    if (common.isGuessable(plain, SERVICE_WORDS)) {
      return Optional.of(Fault.COMMON);
    }
    return remainder(plain, words(personal)) < SHORTEST_REMAINDER
        ? Optional.of(Fault.PERSONAL)
        : Optional.empty();
  }

  private static int remainder(String plain, List<String> words) {
    var rest = plain;
    for (var word : words) {
      rest = rest.replace(word, "");
    }
    for (var word : SERVICE_WORDS) {
      rest = rest.replace(word, "");
    }
    return rest.codePointCount(0, rest.length());
  }

  /** Names, the address and its parts, the long ones first. */
  private static List<String> words(List<String> personal) {
    var words = new HashSet<String>();
    for (var text : personal) {
      var plain = simplified(text);
      words.add(plain);
      words.addAll(List.of(plain.split("[^\\p{L}\\p{N}]+")));
    }
    var sorted = new ArrayList<>(words);
    sorted.removeIf(word -> word.length() < 3);
    sorted.sort((one, other) -> other.length() - one.length());
    return sorted;
  }

  private static String simplified(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }
}
