package ch.meinkonto.unit;

import ch.meinkonto.contract.Offer;
import ch.meinkonto.contract.OfferStatus;
import ch.meinkonto.contract.PlacesFreed;

/** What a unit offers to be booked, by services with {@code reach: booking}. */
public final class Offers {

  private final PortalApi portal;

  Offers(PortalApi portal) {
    this.portal = portal;
  }

  /**
   * Publishes an offer, or says anew what it is. Doing it again does nothing.
   *
   * @param service the service’s id
   * @param id the unit’s own id of the offer: letters, digits, dots, hyphens, underscores
   * @throws PortalRefused with {@code offer-refused} when the portal can’t have it like this
   */
  public OfferStatus publish(String service, String id, Offer offer) {
    return portal.publish(service, id, offer);
  }

  /** How many of its places are taken. */
  public OfferStatus status(String service, String id) {
    return portal.offer(service, id);
  }

  /** Nobody else can book it; whoever has a place keeps it. Doing it again does nothing. */
  public void withdraw(String service, String id) {
    portal.withdraw(service, id);
  }

  /**
   * Somebody whose request the unit has taken does not come: their places are free. The same name
   * again does nothing.
   */
  public void free(String service, String id, PlacesFreed freed) {
    portal.free(service, id, freed);
  }
}
