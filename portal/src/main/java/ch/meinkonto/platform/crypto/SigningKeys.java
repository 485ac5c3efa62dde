package ch.meinkonto.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Ed25519;
import ch.meinkonto.platform.Ids;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The portal's own signing keys: ES256 (RFC 7518 §3.4) for receipts, access tokens and checkpoints,
 * another one for its word at providers of identities, Ed25519 for what is pushed to units
 * (Standard Webhooks). The last can be changed while units go on: for {@link #BOTH} the portal
 * signs with both.
 */
@Component
public class SigningKeys {

  private static final String SIGNING = "signing-key";
  private static final String CLIENT = "client-key";
  private static final String WEBHOOK = "webhook-key";
  private static final String FORMER_WEBHOOK = "webhook-key-former";

  /** How long a key for pushes is used after it was replaced. */
  public static final Duration BOTH = Duration.ofDays(7);

  /** After so long a node knows of a new key. */
  static final Duration READ_AGAIN = Duration.ofMinutes(1);

  private final Secrets secrets;
  private final Clock clock;
  private final ECKey current;
  private final ECKey client;
  private volatile Webhooks webhooks;

  private record Webhooks(List<OctetKeyPair> keys, Instant readAt) {}

  SigningKeys(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
    var stored = new String(secrets.named(SIGNING, SigningKeys::generate), UTF_8);
    var asClient = new String(secrets.named(CLIENT, SigningKeys::generate), UTF_8);
    try {
      this.current = ECKey.parse(stored);
      this.client = ECKey.parse(asClient);
    } catch (ParseException e) {
      throw damaged(e);
    }
    this.webhooks = readWebhooks();
  }

  private Webhooks readWebhooks() {
    var now = clock.instant();
    var keys = new ArrayList<OctetKeyPair>();
    keys.add(webhookKey(secrets.named(WEBHOOK, SigningKeys::generateWebhookKey)));
    secrets
        .find(FORMER_WEBHOOK)
        .filter(_ -> secrets.since(FORMER_WEBHOOK).plus(BOTH).isAfter(now))
        .map(SigningKeys::webhookKey)
        .ifPresent(keys::add);
    return new Webhooks(List.copyOf(keys), now);
  }

  private static OctetKeyPair webhookKey(byte[] stored) {
    try {
      return OctetKeyPair.parse(new String(stored, UTF_8));
    } catch (ParseException e) {
      throw damaged(e);
    }
  }

  private static IllegalStateException damaged(ParseException e) {
    return new IllegalStateException("The portal's signing key is damaged", e);
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

  /**
   * The keys to sign webhooks with, each of them, the newest first; private parts included. Two
   * after a change: units may know either.
   */
  public List<OctetKeyPair> webhooks() {
    var known = webhooks;
    if (!known.readAt().plus(READ_AGAIN).isAfter(clock.instant())) {
      known = readWebhooks();
      webhooks = known;
    }
    return known.keys();
  }

  /**
   * Makes a new key for pushes.
   *
   * @param both whether the one before signs, too, for {@link #BOTH}
   * @return its id
   */
  String replaceWebhookKey(boolean both) {
    var key = generateWebhookKey();
    secrets.replace(WEBHOOK, FORMER_WEBHOOK, key);
    if (!both) {
      secrets.forget(FORMER_WEBHOOK);
    }
    webhooks = readWebhooks();
    return webhookKey(key).getKeyID();
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
        new Own(WEBHOOK, webhooks().getFirst().getKeyID(), secrets.since(WEBHOOK)));
  }

  /** What others verify the portal's signatures with. */
  public JWKSet published() {
    var keys = new ArrayList<JWK>(List.of(current.toPublicJWK(), client.toPublicJWK()));
    webhooks().forEach(key -> keys.add(key.toPublicJWK()));
    return new JWKSet(keys);
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
