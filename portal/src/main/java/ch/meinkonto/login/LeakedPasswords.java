package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Passwords that were stolen elsewhere and published (OWASP ASVS 5.0, 6.2.12), in the range format
 * of “Have I Been Pwned”: a range has all whose SHA-1 begins with the same five characters, and
 * those five are all that a server learns. Whoever does not answer lets the password pass: the
 * offline list and the limits still hold.
 */
@Component
class LeakedPasswords {

  private static final Logger LOG = LoggerFactory.getLogger(LeakedPasswords.class);
  private static final int PREFIX = 5;

  private final LeakedRanges ranges;

  LeakedPasswords(LeakedSettings settings) {
    this.ranges = LeakedRanges.at(settings.source());
  }

  /** Whether it was. */
  boolean contains(String password) {
    var hash = sha1(password);
    var rest = hash.substring(PREFIX);
    try {
      return ranges.of(hash.substring(0, PREFIX)).stream().anyMatch(line -> isListed(line, rest));
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "Leaked passwords cannot be looked up ({}); a password was taken without",
          e.getClass().getSimpleName());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A count of nothing is padding, so that the length of an answer tells nothing. */
  private static boolean isListed(String line, String rest) {
    var colon = line.indexOf(':');
    return colon == rest.length()
        && line.substring(0, colon).toUpperCase(Locale.ROOT).equals(rest)
        && !line.substring(colon + 1).strip().equals("0");
  }

  /** What the lists are made of; nothing rests on its strength. */
  private static String sha1(String password) {
    try {
      var digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(UTF_8));
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
