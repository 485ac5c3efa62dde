package ch.meinkonto.request;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What who sent something without a login keeps of it, in a cookie and in the link: the token that
 * opens it, and what it booked. The portal forgets the latter as soon as the unit knows it.
 */
record ReceiptKey(String token, @Nullable BookedPlaces booked) {

  private static final Pattern BOOKED = Pattern.compile("([^.]*)\\.(\\d{1,3})\\.([A-Za-z0-9._-]+)");

  /** Reads what {@link #text} wrote; whether the token opens anything is seen elsewhere. */
  static ReceiptKey read(String text) {
    var parts = BOOKED.matcher(text);
    return parts.matches()
        ? new ReceiptKey(
            parts.group(1), new BookedPlaces(parts.group(3), Integer.parseInt(parts.group(2))))
        : new ReceiptKey(text, null);
  }

  String text() {
    return booked == null ? token : token + "." + booked.places() + "." + booked.offer();
  }
}
