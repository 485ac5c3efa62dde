package ch.meinkonto.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A device with one passkey, and the browser before it (W3C Web Authentication): honest, until a
 * test tells it to be otherwise.
 */
public final class SoftwareAuthenticator {

  private static final JsonMapper JSON = new JsonMapper();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int WITH_CREDENTIAL = 0x40;

  private final byte[] credentialId;
  private final KeyPair keys;
  private byte[] userHandle = {};

  private String origin;
  private String relyingParty;
  private boolean verifies = true;
  private boolean embedded;
  private long count;
  private int step = 1;

  private SoftwareAuthenticator(byte[] credentialId, KeyPair keys, String origin, String party) {
    this.credentialId = credentialId;
    this.keys = keys;
    this.origin = origin;
    this.relyingParty = party;
  }

  /** A new device that sees a portal under this address. */
  public static SoftwareAuthenticator at(java.net.URI portal) {
    var id = new byte[32];
    RANDOM.nextBytes(id);
    return new SoftwareAuthenticator(id, newKeys(), portal.toString(), portal.getHost());
  }

  /** Somebody's copy of this one, as it is now. */
  public SoftwareAuthenticator copy() {
    var copy = new SoftwareAuthenticator(credentialId, keys, origin, relyingParty);
    copy.userHandle = userHandle;
    copy.count = count;
    return copy;
  }

  /** From now on it does not ask for finger, face or PIN. */
  public SoftwareAuthenticator withoutVerification() {
    verifies = false;
    return this;
  }

  /** From now on it is on a page of somebody else. */
  public SoftwareAuthenticator on(String otherOrigin) {
    origin = otherOrigin;
    return this;
  }

  /** From now on it signs for somebody else. */
  public SoftwareAuthenticator signingFor(String otherRelyingParty) {
    relyingParty = otherRelyingParty;
    return this;
  }

  /** From now on it is in a frame on a page of somebody else. */
  public SoftwareAuthenticator embedded() {
    embedded = true;
    return this;
  }

  /** From now on it says of itself that it is for this account. */
  public SoftwareAuthenticator withHandle(byte[] handle) {
    userHandle = handle;
    return this;
  }

  /** It never counts, as passkeys that lie on several devices. */
  public SoftwareAuthenticator notCounting() {
    step = 0;
    return this;
  }

  /** Makes the passkey: {@code RegistrationResponseJSON} for these options. */
  public String make(String options) {
    var asked = JSON.readTree(options);
    userHandle = decoded(asked.at("/user/id").asString());
    var data = new ByteArrayOutputStream();
    data.writeBytes(head(WITH_CREDENTIAL));
    data.writeBytes(new byte[16]);
    data.writeBytes(ByteBuffer.allocate(2).putShort((short) credentialId.length).array());
    data.writeBytes(credentialId);
    data.writeBytes(coseKey());
    return """
    {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
     "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}
    """
        .formatted(
            encoded(credentialId),
            encoded(clientData("webauthn.create", asked)),
            encoded(attestation(data.toByteArray())));
  }

  /** Proves itself: {@code AuthenticationResponseJSON} for these options. */
  public String answer(String options) {
    return answer(options, "webauthn.get");
  }

  /** Proves itself, with another type of client data than a browser writes. */
  public String answer(String options, String type) {
    var client = clientData(type, JSON.readTree(options));
    count += step;
    var data = head(0);
    return """
    {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
     "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s",
      "userHandle":"%5$s"}}
    """
        .formatted(
            encoded(credentialId),
            encoded(client),
            encoded(data),
            encoded(signature(data, client)),
            encoded(userHandle));
  }

  private byte[] clientData(String type, JsonNode asked) {
    return """
    {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":%s}\
    """
        .formatted(type, asked.get("challenge").asString(), origin, embedded)
        .getBytes(UTF_8);
  }

  /** Hash of the relying party, flags, counter (section 6.1). */
  private byte[] head(int flags) {
    return ByteBuffer.allocate(37)
        .put(hash(relyingParty.getBytes(UTF_8)))
        .put((byte) (flags | PRESENT | (verifies ? VERIFIED : 0)))
        .putInt((int) count)
        .array();
  }

  /** CBOR {@code {"fmt": "none", "attStmt": {}, "authData": …}}. */
  private static byte[] attestation(byte[] data) {
    var cbor = new ByteArrayOutputStream();
    cbor.write(0xa3);
    text(cbor, "fmt");
    text(cbor, "none");
    text(cbor, "attStmt");
    cbor.write(0xa0);
    text(cbor, "authData");
    cbor.write(0x59);
    cbor.writeBytes(ByteBuffer.allocate(2).putShort((short) data.length).array());
    cbor.writeBytes(data);
    return cbor.toByteArray();
  }

  private static void text(ByteArrayOutputStream cbor, String text) {
    cbor.write(0x60 + text.length());
    cbor.writeBytes(text.getBytes(UTF_8));
  }

  /** An elliptic-curve key for ES256 (RFC 9053, section 7.1.1). */
  private byte[] coseKey() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    var cbor = new ByteArrayOutputStream();
    cbor.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
    cbor.writeBytes(coordinate(point.getAffineX()));
    cbor.writeBytes(new byte[] {0x22, 0x58, 32});
    cbor.writeBytes(coordinate(point.getAffineY()));
    return cbor.toByteArray();
  }

  private static byte[] coordinate(BigInteger number) {
    var bytes = number.toByteArray();
    var last32 = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - 32), bytes.length);
    return ByteBuffer.allocate(32).position(32 - last32.length).put(last32).array();
  }

  private byte[] signature(byte[] data, byte[] client) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      for (var part : List.of(data, hash(client))) {
        signature.update(part);
      }
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
