package ch.meinkonto.account;

import org.jspecify.annotations.Nullable;

/**
 * A structured postal address (eCH-0010).
 *
 * @param street without the number
 * @param houseNumber such as {@code 10a}
 * @param extra a second line, such as {@code c/o} or a post box
 * @param postcode four digits in Switzerland
 * @param town the town's name
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(
    String street,
    @Nullable String houseNumber,
    @Nullable String extra,
    String postcode,
    String town,
    String country) {

  /** Street and number on one line. */
  public String streetLine() {
    return houseNumber == null ? street : street + " " + houseNumber;
  }
}
