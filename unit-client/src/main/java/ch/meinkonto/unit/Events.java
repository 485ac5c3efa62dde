package ch.meinkonto.unit;

import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.EventType;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.SecurityEvent;
import ch.meinkonto.contract.SecurityEvents;
import ch.meinkonto.contract.UnitEvent;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

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

  /**
   * Says how a delivery ended. After a crash the portal may know already how we decided, though
   * perhaps in other words; and who closes their account does not wait for an activation.
   */
  void settle(Delivery delivery, UnitEvent event) {
    try {
      send(delivery.deliveryId().toString(), event);
    } catch (PortalRefused e) {
      boolean gone = e.is(ProblemType.NOT_FOUND) && delivery.envelope().kind().ofActivation();
      if (!gone && !e.is(ProblemType.EVENT_CONFLICT) && !e.is(ProblemType.ALREADY_SETTLED)) {
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
}
