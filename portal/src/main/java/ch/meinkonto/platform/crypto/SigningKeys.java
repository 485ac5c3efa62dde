package ch.meinkonto.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Ed25519;
import ch.meinkonto.platform.Ids;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The portal's own signing keys: ES256 (RFC 7518 §3.4) for receipts, access tokens and checkpoints,
 * another one for its word at providers of identities, Ed25519 for what is pushed to units
 * (Standard Webhooks).
 */
@Component
public class SigningKeys {

  private static final String SIGNING = "signing-key";
  private static final String CLIENT = "client-key";
  private static final String WEBHOOK = "webhook-key";

  private final Secrets secrets;
  private final ECKey current;
  private final ECKey client;
  private final OctetKeyPair webhooks;

  SigningKeys(Secrets secrets) {
    this.secrets = secrets;
    var stored = new String(secrets.named(SIGNING, SigningKeys::generate), UTF_8);
    var asClient = new String(secrets.named(CLIENT, SigningKeys::generate), UTF_8);
    var push = new String(secrets.named(WEBHOOK, SigningKeys::generateWebhookKey), UTF_8);
    try {
      this.current = ECKey.parse(stored);
      this.client = ECKey.parse(asClient);
      this.webhooks = OctetKeyPair.parse(push);
    } catch (ParseException e) {
      throw new IllegalStateException("The portal's signing key is damaged", e);
    }
  }

  /** The key to sign with, private part included. */
  public ECKey current() {
    return current;
  }

  /**
   * The key by which the portal signs who it is where it is somebody's client ({@code
   * private_key_jwt}, RFC 7523), private part included.
   */
  public ECKey client() {
    return client;
  }

  /** The key to sign webhooks with, private part included. */
  public OctetKeyPair webhooks() {
    return webhooks;
  }

  /**
   * One of the portal's own keys.
   *
   * @param use what for: {@code signing-key}, {@code client-key} or {@code webhook-key}
   */
  public record Own(String use, String id, Instant since) {}

  /** All of them, with their age. */
  public List<Own> own() {
    return List.of(
        new Own(SIGNING, current.getKeyID(), secrets.since(SIGNING)),
        new Own(CLIENT, client.getKeyID(), secrets.since(CLIENT)),
        new Own(WEBHOOK, webhooks.getKeyID(), secrets.since(WEBHOOK)));
  }

  /** What others verify the portal's signatures with. */
  public JWKSet published() {
    return new JWKSet(List.of(current.toPublicJWK(), client.toPublicJWK(), webhooks.toPublicJWK()));
  }

  private static byte[] generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate()
          .toJSONString()
          .getBytes(UTF_8);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] generateWebhookKey() {
    return Ed25519.generate("webhook-" + Ids.next()).toJSONString().getBytes(UTF_8);
  }
}
