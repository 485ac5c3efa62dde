package ch.meinkonto.form.notation;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** An e-mail address as one can really have it: of RFC 5321 only what providers give. */
public record Email() implements Notation {

  private static final Pattern LOCAL =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64})*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
  private static final int MAX_LENGTH = 254; // RFC 5321 §4.5.3.1

  @Override
  public String name() {
    return "email";
  }

  @Override
  public Optional<String> canonical(String typed) {
    var address = typed.strip();
    var at = address.lastIndexOf('@');
    if (at < 1 || at > 64 || address.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return domain(address.substring(at + 1))
        .filter(domain -> LOCAL.matcher(address.substring(0, at)).matches())
        .map(domain -> address.substring(0, at) + "@" + domain)
        .filter(whole -> whole.length() <= MAX_LENGTH);
  }

  /** Domains with umlauts as mail servers know them (IDNA). */
  private static Optional<String> domain(String typed) {
    try {
      return Optional.of(IDN.toASCII(typed.toLowerCase(Locale.ROOT)))
          .filter(domain -> DOMAIN.matcher(domain).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String pattern() {
    return "^[^@\\s]{1,64}@([a-z0-9-]+\\.)+[a-z][a-z0-9-]+$";
  }

  @Override
  public String sample(RandomGenerator random) {
    return "person" + Notation.digits(random, 6) + "@example.ch";
  }

  @Override
  public Optional<String> inputMode() {
    return Optional.of("email");
  }

  @Override
  public String inputType() {
    return "email";
  }

  @Override
  public Optional<String> autocomplete() {
    return Optional.of("email");
  }
}
