package ch.meinkonto.unit;

import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.UnitEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** The way of one leased delivery: fetch, open, ask the handler, tell the portal. */
final class LeasedDeliveries {

  private static final Logger LOG = System.getLogger("ch.meinkonto.unit");

  /** Until then, somebody may have made room. */
  static final Duration NO_ROOM = Duration.ofMinutes(5);

  private final PortalApi portal;
  private final Events events;
  private final Unsealing unsealing;
  private final Desk desk;

  LeasedDeliveries(PortalApi portal, Events events, Unsealing unsealing, Desk desk) {
    this.portal = portal;
    this.events = events;
    this.unsealing = unsealing;
    this.desk = desk;
  }

  Round take(Leased leased, RequestHandler handler) {
    return switch (leased) {
      case Leased.Described(Delivery delivery) -> take(delivery, handler);
      case Leased.Garbled(DeliveryId deliveryId, String leaseToken) ->
          setAside(deliveryId, leaseToken, "description-not-understood");
    };
  }

  /** Unread; it is offered again at once. */
  Round giveBack(Leased leased) {
    portal.giveBack(leased.deliveryId(), leased.leaseToken(), Duration.ZERO);
    return new Round(0, 0, 1, 0);
  }

  private Round take(Delivery delivery, RequestHandler handler) {
    try (Unsealing.Result result =
        unsealing.unseal(delivery, part -> portal.part(delivery, part))) {
      return switch (result) {
        case Unsealing.Result.Intact(ReceivedRequest request, var _) ->
            settle(delivery, desk.decide(handler, request, delivery));
        case Unsealing.Result.NoRoom() -> settle(delivery, new Settlement.Later(NO_ROOM));
        case Unsealing.Result.Unreadable(String reason) ->
            setAside(delivery.deliveryId(), PortalApi.leaseToken(delivery), reason);
      };
    } catch (PortalRefused e) {
      if (e.is(ProblemType.LEASE_LOST) || e.is(ProblemType.NOT_FOUND)) {
        LOG.log(Level.INFO, "{0} went to another worker", delivery.envelope().reference());
        return new Round(0, 0, 1, 0);
      }
      throw e;
    }
  }

  private Round settle(Delivery delivery, Settlement settlement) {
    return switch (settlement) {
      case Settlement.Taken(UnitEvent event) -> {
        events.settle(delivery, event);
        yield new Round(1, 0, 0, 0);
      }
      case Settlement.Refused(UnitEvent event) -> {
        events.settle(delivery, event);
        yield new Round(0, 1, 0, 0);
      }
      case Settlement.Later(Duration wait) -> {
        portal.giveBack(delivery.deliveryId(), PortalApi.leaseToken(delivery), wait);
        yield new Round(0, 0, 1, 0);
      }
      case Settlement.Unfit(String reason) ->
          setAside(delivery.deliveryId(), PortalApi.leaseToken(delivery), reason);
    };
  }

  private Round setAside(DeliveryId delivery, String leaseToken, String reason) {
    LOG.log(Level.ERROR, "Delivery {0} cannot be read and is set aside: {1}", delivery, reason);
    portal.setAside(delivery, leaseToken, reason);
    return new Round(0, 0, 0, 1);
  }
}
