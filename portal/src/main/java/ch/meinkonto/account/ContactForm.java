package ch.meinkonto.account;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody types to be reached by phone and post. All of it may be left empty. */
public record ContactForm(
    @Nullable String phone,
    @Nullable String street,
    @Nullable String houseNumber,
    @Nullable String extra,
    @Nullable String postcode,
    @Nullable String town,
    @Nullable String country) {

  static final String HOME = "CH";

  private static final List<String> NEIGHBOURS = List.of(HOME, "LI", "DE", "AT", "FR", "IT");
  private static final int LONGEST_NUMBER = 12; // eCH-0010, houseNumber

  /** Tidies what was typed. */
  public ContactForm {
    phone = Typed.line(phone);
    street = Typed.line(street);
    houseNumber = Typed.line(houseNumber);
    extra = Typed.line(extra);
    postcode = Typed.line(postcode);
    town = Typed.line(town);
    country = Typed.line(country).isEmpty() ? HOME : Typed.line(country);
  }

  static ContactForm of(Account account) {
    var phone = account.phone();
    var address = account.address();
    var readable = phone == null ? null : PhoneNumbers.readable(phone);
    return address == null
        ? new ContactForm(readable, null, null, null, null, null, null)
        : new ContactForm(
            readable,
            address.street(),
            address.houseNumber(),
            address.extra(),
            address.postcode(),
            address.town(),
            address.country());
  }

  /** The countries to choose from: this one and its neighbours first. */
  public static List<Map.Entry<String, String>> countries(Locale language) {
    var others =
        Arrays.stream(Locale.getISOCountries())
            .filter(country -> !NEIGHBOURS.contains(country))
            .map(country -> entry(country, language))
            .sorted(Comparator.comparing(Map.Entry::getValue, Collator.getInstance(language)));
    return Stream.concat(NEIGHBOURS.stream().map(country -> entry(country, language)), others)
        .toList();
  }

  @Nullable String phoneOrNull() {
    return PhoneNumbers.parse(Typed.line(phone)).orElse(null);
  }

  @Nullable PostalAddress addressOrNull() {
    return noAddress()
        ? null
        : new PostalAddress(
            Typed.line(street),
            Typed.orNull(Typed.line(houseNumber)),
            Typed.orNull(Typed.line(extra)),
            Typed.line(postcode),
            Typed.line(town),
            Typed.line(country));
  }

  FieldErrors check() {
    var errors = new FieldErrors();
    errors.addIf(
        !Typed.line(phone).isEmpty() && phoneOrNull() == null, "phone", "account.fault.phone");
    if (!noAddress()) {
      line(errors, "street", Typed.line(street), Typed.LONGEST, true);
      line(errors, "houseNumber", Typed.line(houseNumber), LONGEST_NUMBER, false);
      line(errors, "extra", Typed.line(extra), Typed.LONGEST, false);
      errors.addIf(!postcodeFits(), "postcode", postcodeText());
      line(errors, "town", Typed.line(town), Typed.LONGEST, true);
      errors.addIf(
          !Arrays.asList(Locale.getISOCountries()).contains(Typed.line(country)),
          "country",
          "account.fault.country");
    }
    return errors;
  }

  private boolean noAddress() {
    return Stream.of(street, houseNumber, extra, postcode, town)
        .allMatch(part -> Typed.line(part).isEmpty());
  }

  private boolean swissPostcode() {
    return List.of(HOME, "LI").contains(Typed.line(country));
  }

  private boolean postcodeFits() {
    return Typed.line(postcode).matches(swissPostcode() ? "[1-9][0-9]{3}" : "[A-Za-z0-9 -]{2,12}");
  }

  private String postcodeText() {
    return swissPostcode() ? "account.fault.postcode-swiss" : "account.fault.postcode";
  }

  private static void line(
      FieldErrors errors, String field, String value, int longest, boolean required) {
    errors.addIf(required && value.isEmpty(), field, "account.fault." + field + "-missing");
    errors.addIf(value.length() > longest, field, "account.fault.too-long", longest);
    errors.addIf(Typed.unprintable(value), field, "account.fault.unprintable");
  }

  private static Map.Entry<String, String> entry(String country, Locale language) {
    return Map.entry(country, Locale.of("", country).getDisplayCountry(language));
  }
}
