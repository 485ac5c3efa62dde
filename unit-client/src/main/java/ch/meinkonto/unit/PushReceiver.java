package ch.meinkonto.unit;

import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.PushDelivery;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.contract.WebhookSignature;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/** Takes what the portal pushes; the unit's own web server calls it with headers and body. */
public final class PushReceiver {

  /**
   * What to answer.
   *
   * @param status the HTTP status
   * @param retryAfter for the header {@code Retry-After}, when present
   */
  public record Answer(int status, Optional<Duration> retryAfter) {
    static Answer of(int status) {
      return new Answer(status, Optional.empty());
    }
  }

  private static final int TAKEN = 200;
  private static final int NOT_JSON = 400;
  private static final int FORGED = 401;
  private static final int UNREADABLE = 422;
  private static final int LATER = 503;

  private final PortalApi portal;
  private final PortalKeys portalKeys;
  private final Unsealing unsealing;
  private final Events events;
  private final Desk desk;
  private final Clock clock;

  PushReceiver(
      PortalApi portal,
      PortalKeys portalKeys,
      Unsealing unsealing,
      Events events,
      Desk desk,
      Clock clock) {
    this.portal = portal;
    this.portalKeys = portalKeys;
    this.unsealing = unsealing;
    this.events = events;
    this.desk = desk;
    this.clock = clock;
  }

  /** Checks that the portal sent this, and just now; gives the push's id. */
  public Checked<String> verify(Map<String, String> headers, byte[] body) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    WebhookSignature signature =
        new WebhookSignature(
            anyCase.getOrDefault(WebhookSignature.ID, ""),
            anyCase.getOrDefault(WebhookSignature.TIMESTAMP, ""),
            anyCase.getOrDefault(WebhookSignature.SIGNATURE, ""));
    return portalKeys.verify(keys -> signature.verify(body, keys, clock.instant()));
  }

  /** Verifies, opens, asks the handler and tells the portal; gives the answer to send. */
  public Answer receive(Map<String, String> headers, byte[] body, RequestHandler handler) {
    return switch (verify(headers, body)) {
      case Invalid<String> _ -> Answer.of(FORGED);
      case Valid<String> _ -> {
        try {
          yield take(Json.read(body, PushDelivery.class), handler);
        } catch (JacksonException e) {
          yield Answer.of(NOT_JSON);
        }
      }
    };
  }

  private Answer take(PushDelivery push, RequestHandler handler) {
    Delivery delivery = push.delivery();
    try (Unsealing.Result result = unsealing.unseal(delivery, part -> sealed(push, part))) {
      return switch (result) {
        case Unsealing.Result.Unreadable _ -> Answer.of(UNREADABLE);
        case Unsealing.Result.NoRoom() ->
            settle(delivery, new Settlement.Later(LeasedDeliveries.NO_ROOM));
        case Unsealing.Result.Intact(ReceivedRequest request, var _) ->
            settle(delivery, desk.decide(handler, request, delivery));
      };
    } catch (PortalUnavailable e) {
      return new Answer(LATER, Optional.empty());
    }
  }

  /** What was too large for the push is fetched. */
  private String sealed(PushDelivery push, Part part) {
    String brought = push.sealed().get(part.name());
    if (brought != null) {
      return brought;
    }
    return push.delivery().leaseToken() == null ? "" : portal.part(push.delivery(), part);
  }

  private Answer settle(Delivery delivery, Settlement settlement) {
    return switch (settlement) {
      case Settlement.Taken(UnitEvent event) -> told(delivery, event);
      case Settlement.Refused(UnitEvent event) -> told(delivery, event);
      case Settlement.Later(Duration wait) -> new Answer(LATER, Optional.of(wait));
      case Settlement.Unfit _ -> Answer.of(UNREADABLE);
    };
  }

  private Answer told(Delivery delivery, UnitEvent event) {
    events.settle(delivery, event);
    return Answer.of(TAKEN);
  }
}
