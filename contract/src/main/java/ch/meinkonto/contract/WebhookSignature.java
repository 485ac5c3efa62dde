package ch.meinkonto.contract;

import ch.meinkonto.contract.Checked.Flaw;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The signature of a push, as Standard Webhooks has it, in its asymmetric form: {@code v1a},
 * Ed25519 over {@code id.timestamp.body}. The portal's public key is in its published key set.
 *
 * @param id the delivery's id; the same for each attempt
 * @param timestamp seconds since 1970
 * @param signature {@code v1a,<base64>}; several are separated by spaces
 */
public record WebhookSignature(String id, String timestamp, String signature) {

  public static final String ID = "webhook-id";
  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";

  /** How far the two clocks may be apart, and how long a push may be repeated by others. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String VERSION = "v1a,";

  /**
   * Signs a push.
   *
   * @param keys each signs; two while one replaces the other
   */
  public static WebhookSignature sign(
      String id, Instant now, byte[] body, List<OctetKeyPair> keys) {
    String timestamp = Long.toString(now.getEpochSecond());
    return new WebhookSignature(
        id,
        timestamp,
        keys.stream()
            .map(key -> signed(id, timestamp, body, key))
            .collect(Collectors.joining(" ")));
  }

  private static String signed(String id, String timestamp, byte[] body, OctetKeyPair key) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(Ed25519.privateKey(key));
      update(ed25519, id, timestamp, body);
      return VERSION + Base64.getEncoder().encodeToString(ed25519.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing failed", e);
    }
  }

  /** The headers to send. */
  public Map<String, String> headers() {
    return Map.of(ID, id, TIMESTAMP, timestamp, SIGNATURE, signature);
  }

  /** Checks the headers of a push that arrived; gives its id. */
  public Checked<String> verify(byte[] body, JWKSet portalKeys, Instant now) {
    long sent;
    try {
      sent = Long.parseLong(timestamp);
    } catch (NumberFormatException e) {
      return new Invalid<>(Flaw.MALFORMED);
    }
    if (Math.abs(now.getEpochSecond() - sent) > TOLERANCE.toSeconds()) {
      return new Invalid<>(Flaw.WRONG_TIME);
    }
    boolean keyFound = false;
    for (JWK key : portalKeys.getKeys()) {
      if (key instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve())) {
        keyFound = true;
        if (fits(pair, body)) {
          return new Valid<>(id);
        }
      }
    }
    return new Invalid<>(keyFound ? Flaw.WRONG_SIGNATURE : Flaw.UNKNOWN_KEY);
  }

  private boolean fits(OctetKeyPair key, byte[] body) {
    for (String one : signature.split(" ", 10)) {
      if (one.startsWith(VERSION) && fits(key, body, one.substring(VERSION.length()))) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(OctetKeyPair key, byte[] body, String base64) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(Ed25519.publicKey(key));
      update(ed25519, id, timestamp, body);
      return ed25519.verify(Base64.getDecoder().decode(base64));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static void update(Signature ed25519, String id, String timestamp, byte[] body)
      throws GeneralSecurityException {
    ed25519.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    ed25519.update(body);
  }
}
