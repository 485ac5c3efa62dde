package ch.meinkonto.form.notation;

/**
 * The check digits of the numbers that Swiss administrations use; each finds any one wrong digit.
 */
final class CheckDigits {

  private static final int[] UID_WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4};
  private static final int[] RECURSIVE = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};

  private CheckDigits() {}

  /** ISO 7064 MOD 97-10 as ISO 13616 uses it: 1 when an IBAN is right. */
  static int mod97(String iban) {
    var remainder = 0;
    for (var c : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
      var value = Character.digit(c, 36);
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder;
  }

  /** The 13th digit of an EAN-13 (GS1), as the AHV number has it. */
  static int ean13(String twelveDigits) {
    var sum = 0;
    for (var i = 0; i < 12; i++) {
      sum += digit(twelveDigits, i) * (i % 2 == 0 ? 1 : 3);
    }
    return (10 - sum % 10) % 10;
  }

  /** The 9th digit of a UID (eCH-0097), 10 when there is no such number. */
  static int uid(String eightDigits) {
    var sum = 0;
    for (var i = 0; i < 8; i++) {
      sum += digit(eightDigits, i) * UID_WEIGHTS[i];
    }
    return (11 - sum % 11) % 11;
  }

  /** The last digit of a payment reference: modulo 10, recursive (Swiss payment standards). */
  static int recursiveMod10(String digits) {
    var carry = 0;
    for (var i = 0; i < digits.length(); i++) {
      carry = RECURSIVE[(carry + digit(digits, i)) % 10];
    }
    return (10 - carry) % 10;
  }

  private static int digit(String digits, int index) {
    return digits.charAt(index) - '0';
  }
}
