package ch.meinkonto.booking;

import ch.meinkonto.contract.Offer;
import ch.meinkonto.form.Booking;
import ch.meinkonto.form.ChosenOffer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with an offer that a unit wants to publish, in the contract’s words. */
final class OfferValues {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_ABOUT = 1_000;
  private static final int LONGEST = 200;
  private static final int MOST_TAKES = 100;

  private OfferValues() {}

  static Optional<String> flaw(Booking booking, Offer offer) {
    return texts(offer).or(() -> values(booking, told(offer)));
  }

  private static Map<String, Object> told(Offer offer) {
    return Objects.requireNonNullElse(offer.values(), Map.of());
  }

  private static Optional<String> texts(Offer offer) {
    var fit =
        fit(offer.name(), LONGEST_NAME)
            && fit(offer.about(), LONGEST_ABOUT)
            && Stream.of(offer.category(), offer.place(), offer.schedule(), source(offer))
                .allMatch(text -> fit(text, LONGEST))
            && fits(value(offer), LONGEST);
    if (!fit) {
      return Optional.of("wrong-value text");
    }
    var takes = offer.takes();
    return takes != null && takes.size() > MOST_TAKES
        ? Optional.of("unknown-takes")
        : Optional.empty();
  }

  private static @Nullable Map<String, String> source(Offer offer) {
    return offer.randomness() == null ? null : offer.randomness().source();
  }

  /** What came of the source of a draw. */
  static @Nullable String value(Offer offer) {
    return offer.randomness() == null ? null : offer.randomness().value();
  }

  /** Of one line, so that everybody hashes the same. */
  private static boolean fits(@Nullable String value, int longest) {
    return value == null
        || (!value.isBlank() && value.length() <= longest && value.lines().count() == 1);
  }

  private static boolean fit(@Nullable Map<String, String> texts, int longest) {
    return texts == null
        || texts.entrySet().stream()
            .allMatch(text ->
                text.getKey().matches("[a-z]{2}")
                    && text.getValue() != null
                    && !text.getValue().isBlank()
                    && text.getValue().length() <= longest);
  }

  private static Optional<String> values(Booking booking, Map<String, Object> told) {
    return Stream.concat(
            told.keySet().stream()
                .filter(name -> !booking.values().containsKey(name))
                .map(name -> "unknown-value " + shown(name)),
            booking.values().entrySet().stream()
                .filter(value ->
                    ChosenOffer.value(value.getValue(), told.get(value.getKey())).isEmpty())
                .map(value ->
                    (told.containsKey(value.getKey()) ? "wrong-value " : "missing-value ")
                        + value.getKey()))
        .findFirst();
  }

  /** What is told back is short, whatever came. */
  private static String shown(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "?").substring(0, Math.min(40, name.length()));
  }
}
