package ch.meinkonto.login;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;

/**
 * The number of a mobile phone.
 *
 * @param value in E.164: +41791234567
 */
record MobileNumber(String value) {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final String HOME = "CH";

  /** Digits and what people write between them: no letters, which may stand for digits. */
  private static final String TYPED = "[\\p{Nd}+()/.\\s\\u00a0’'–-]{1,40}";

  /** What came of a number that somebody typed. */
  sealed interface Reading {
    record Usable(MobileNumber number) implements Reading {}

    record NoNumber() implements Reading {}

    /** A landline, or one that costs more; text messages do not go there. */
    record NotMobile() implements Reading {}

    /** A country to which the city sends no text messages. */
    record ForeignCountry() implements Reading {}
  }

  /** Without a prefix it is a Swiss one. */
  static Reading read(String typed, List<String> countries) {
    if (!typed.matches(TYPED)) {
      return new Reading.NoNumber();
    }
    try {
      var number = NUMBERS.parse(typed, HOME);
      if (!NUMBERS.isValidNumber(number)) {
        return new Reading.NoNumber();
      }
      if (!countries.contains(country(number))) {
        return new Reading.ForeignCountry();
      }
      return mobile(number)
          ? new Reading.Usable(new MobileNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
          : new Reading.NotMobile();
    } catch (NumberParseException e) {
      return new Reading.NoNumber();
    }
  }

  /** Whether it still is one to which messages may go: the city may have left out a country. */
  boolean reachableIn(List<String> countries) {
    return countries.contains(country(parsed()));
  }

  /** As people write it: +41 79 123 45 67. */
  String readable() {
    return NUMBERS.format(parsed(), PhoneNumberFormat.INTERNATIONAL);
  }

  /** Enough for its owner to know which one it is: +41 79 … 67. */
  String masked() {
    var groups = readable().split(" ", 3);
    return groups[0] + " " + groups[1] + " … " + value.substring(value.length() - 2);
  }

  /** Never the number itself: this may get into a log. */
  @Override
  public String toString() {
    return "MobileNumber[…]";
  }

  private PhoneNumber parsed() {
    try {
      return NUMBERS.parse(value, HOME);
    } catch (NumberParseException e) {
      throw new IllegalStateException("Not a number any more", e);
    }
  }

  private static String country(PhoneNumber number) {
    var country = NUMBERS.getRegionCodeForNumber(number);
    return country == null ? "" : country;
  }

  private static boolean mobile(PhoneNumber number) {
    var type = NUMBERS.getNumberType(number);
    return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
  }
}
