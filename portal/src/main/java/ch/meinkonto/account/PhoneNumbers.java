package ch.meinkonto.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Phone numbers: typed as one likes, kept in one spelling (E.164). */
final class PhoneNumbers {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /** The number in one spelling, empty when it is none; without a prefix it is a Swiss one. */
  static Optional<String> parse(String typed) {
    try {
      var number = NUMBERS.parse(typed, "CH");
      return NUMBERS.isValidNumber(number)
          ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** As people write it: +41 44 333 44 55. */
  static String readable(String number) {
    try {
      return NUMBERS.format(NUMBERS.parse(number, "CH"), PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return number;
    }
  }
}
