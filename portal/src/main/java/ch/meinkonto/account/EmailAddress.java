package ch.meinkonto.account;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in one spelling: lower case, no blanks around it, the domain in ASCII.
 *
 * @param value the address; make one with {@link #parse}
 */
public record EmailAddress(String value) {

  private static final int LONGEST = 254; // RFC 5321 §4.5.3.1.3, without the angle brackets
  private static final int LONGEST_LOCAL_PART = 64; // RFC 5321 §4.5.3.1.1

  /** As browsers check it (HTML, "valid e-mail address"), and with a dot in the domain. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])");

  /** The address that somebody typed, empty when it is none. */
  public static Optional<EmailAddress> parse(String typed) {
    if (typed.length() > 2 * LONGEST) {
      return Optional.empty();
    }
    var tidy = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var at = tidy.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL_PART) {
      return Optional.empty();
    }
    return ascii(tidy.substring(at + 1))
        .map(domain -> tidy.substring(0, at + 1) + domain)
        .filter(address -> address.length() <= LONGEST && SHAPE.matcher(address).matches())
        .map(EmailAddress::new);
  }

  private static Optional<String> ascii(String domain) {
    try {
      return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
