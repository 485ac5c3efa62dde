package ch.meinkonto.connector.paper;

import ch.meinkonto.contract.Sender;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An address as it is written on an envelope; the country only where it is another one. */
final class PostalLines {

  private PostalLines() {}

  /** An answer to a question for an address. */
  static List<String> of(JsonNode address) {
    return of(
        text(address, "strasse"),
        text(address, "hausnummer"),
        text(address, "zusatz"),
        text(address, "plz"),
        text(address, "ort"),
        text(address, "land"));
  }

  /** The address of an account. */
  static List<String> of(Sender.PostalAddress address) {
    return of(
        address.street(),
        address.houseNumber(),
        address.addition(),
        address.postalCode(),
        address.town(),
        address.country());
  }

  private static List<String> of(
      @Nullable String street,
      @Nullable String number,
      @Nullable String addition,
      @Nullable String postcode,
      @Nullable String town,
      @Nullable String country) {
    return Stream.of(
            joined(street, number), joined(addition), joined(postcode, town), country(country))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String country(@Nullable String code) {
    return code == null || code.equals("CH")
        ? ""
        : Locale.of("", code).getDisplayCountry(Locale.GERMAN);
  }

  private static String text(JsonNode address, String part) {
    return address.path(part).asString("");
  }

  private static String joined(@Nullable String... parts) {
    StringBuilder joined = new StringBuilder();
    for (String part : parts) {
      if (part != null && !part.isBlank()) {
        joined.append(joined.isEmpty() ? "" : " ").append(part.strip());
      }
    }
    return joined.toString();
  }
}
