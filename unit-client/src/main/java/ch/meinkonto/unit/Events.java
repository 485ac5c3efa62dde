package ch.meinkonto.unit;

import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.EventType;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.SecurityEvent;
import ch.meinkonto.contract.SecurityEvents;
import ch.meinkonto.contract.UnitEvent;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs what the unit says, and says it until the portal has heard. */
final class Events {

  private final UnitSettings settings;
  private final PortalApi portal;
  private final JWK signingKey;

  Events(UnitSettings settings, PortalApi portal, JWK signingKey) {
    this.settings = settings;
    this.portal = portal;
    this.signingKey = signingKey;
  }

  void accepted(Delivery delivery) {
    settle(
        delivery,
        new UnitEvent.RequestAccepted(
            delivery.deliveryId(), delivery.envelope().reference(), tags(delivery)));
  }

  void rejected(Delivery delivery, Outcome.Rejected why) {
    settle(
        delivery,
        new UnitEvent.RequestRejected(
            delivery.deliveryId(),
            delivery.envelope().reference(),
            tags(delivery),
            why.code(),
            why.text()));
  }

  /** Sends an event; the same key means the same event, however often it is sent. */
  void send(String key, UnitEvent event) {
    portal.event(
        SecurityEvents.sign(
            new SecurityEvent(
                settings.unitId(),
                settings.issuer(),
                jti(key, event),
                settings.clock().instant(),
                event),
            signingKey));
  }

  /** After a crash the portal may know already how we decided, though perhaps in other words. */
  private void settle(Delivery delivery, UnitEvent event) {
    try {
      send(delivery.deliveryId().toString(), event);
    } catch (PortalRefused e) {
      if (!e.is(ProblemType.EVENT_CONFLICT) && !e.is(ProblemType.ALREADY_SETTLED)) {
        throw e;
      }
    }
  }

  private String jti(String key, UnitEvent event) {
    String name = settings.unitId() + '\n' + EventType.of(event).code() + '\n' + key;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> tags(Delivery delivery) {
    return delivery.parts().stream().collect(Collectors.toMap(Part::name, Part::tag));
  }
}
