package ch.meinkonto.form.notation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A telephone number of any country, +41446321111 (E.164); without a country it is a Swiss one. */
public record Phone() implements Notation {

  private static final String HOME = "CH";

  @Override
  public String name() {
    return "phone";
  }

  @Override
  public Optional<String> canonical(String typed) {
    if (!typed.matches("[\\s\\u00a0\\d+()/.’'-]{3,40}")) {
      return Optional.empty();
    }
    var numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(typed, HOME);
      return numbers.isValidNumber(number)
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** As one writes it here: 044 632 11 11, other countries with their code. */
  @Override
  public String shown(String canonical) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(canonical, HOME);
      var home = HOME.equals(numbers.getRegionCodeForNumber(number));
      return numbers.format(
          number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return canonical;
    }
  }

  @Override
  public String pattern() {
    return "^\\+[1-9][0-9]{4,14}$";
  }

  @Override
  public String sample(RandomGenerator random) {
    return "+4179" + random.nextInt(2, 9) + Notation.digits(random, 6);
  }

  @Override
  public Optional<String> inputMode() {
    return Optional.of("tel");
  }

  @Override
  public String inputType() {
    return "tel";
  }

  @Override
  public Optional<String> autocomplete() {
    return Optional.of("tel");
  }
}
