package ch.meinkonto.delivery;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in the words of a page: never what is in it.
 *
 * @param service what the service is called that its request asks for; null where it is not known
 * @param why why it waits, or how it ended
 * @param reference its request's name among people
 * @param kind what it brings
 */
public record DeliveryView(
    UUID id,
    String unit,
    String unitName,
    @Nullable String service,
    String state,
    String since,
    int attempts,
    String why,
    @Nullable String reference,
    @Nullable String kind) {

  DeliveryView named(String itsReference, String itsKind) {
    return new DeliveryView(
        id, unit, unitName, service, state, since, attempts, why, itsReference, itsKind);
  }

  /** Whether it can be offered again. */
  public boolean aside() {
    return state.equals(Item.State.SET_ASIDE.code());
  }

  /** The key of where it stands. */
  public String stateText() {
    return "delivery.state." + state;
  }

  static String code(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
