package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Findings;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads public keys that a unit handed in, and refuses what must not be used. */
public final class UnitKeyFile {

  private static final int MAX_BYTES = 100_000;
  private static final int MIN_RSA_BITS = 3072;
  private static final int MAX_RSA_BITS = 8192; // a larger one only makes us slow
  private static final BigInteger MIN_RSA_EXPONENT = BigInteger.valueOf(65_537); // FIPS 186-5 §5.1
  private static final Set<String> EC_SEALING = Set.of(JWEAlgorithm.ECDH_ES_A256KW.getName());
  private static final Set<String> RSA_SEALING = Set.of(JWEAlgorithm.RSA_OAEP_256.getName());
  private static final Set<String> EC_SIGNING = Set.of(JWSAlgorithm.ES256.getName());
  private static final Set<String> RSA_SIGNING =
      Set.of(JWSAlgorithm.PS256.getName(), JWSAlgorithm.RS256.getName());

  private UnitKeyFile() {}

  /** The public keys in a file, none when one of them is not in order. */
  public static Optional<JWKSet> keys(Path file, Findings findings) {
    try {
      return keys(text(file), file, findings);
    } catch (IOException e) {
      findings.add(file, 1, "not a JSON Web Key Set (RFC 7517)");
      return Optional.empty();
    }
  }

  /** The public keys that a text in a file holds, none when one of them is not in order. */
  public static Optional<JWKSet> keys(String json, Path file, Findings findings) {
    var own = new Findings();
    try {
      var set = JWKSet.parse(json);
      if (set.getKeys().isEmpty()) {
        own.add(file, 1, "there is no key in it");
      }
      var ids = new HashSet<String>();
      set.getKeys().forEach(key -> check(key, ids, file, own));
      findings.addAll(own);
      return own.isEmpty() ? Optional.of(set) : Optional.empty();
    } catch (ParseException e) {
      findings.add(file, 1, "not a JSON Web Key Set (RFC 7517)");
      return Optional.empty();
    }
  }

  private static void check(JWK key, Set<String> ids, Path file, Findings findings) {
    var id = key.getKeyID();
    var name = id == null ? "a key" : "key “" + id + "”";
    if (key.isPrivate()) {
      findings.add(
          file,
          1,
          name
              + " is PRIVATE: it must never be here; take it away and make a new one, this one is"
              + " burnt");
      return;
    }
    if (id == null || id.isBlank()) {
      findings.add(file, 1, "a key has no kid");
    } else if (!ids.add(id)) {
      findings.add(file, 1, name + " stands here twice");
    }
    var sealing = KeyUse.ENCRYPTION.equals(key.getKeyUse());
    if (!sealing && !KeyUse.SIGNATURE.equals(key.getKeyUse())) {
      findings.add(file, 1, name + " must have the use “sig” or “enc”");
      return;
    }
    var algorithm = key.getAlgorithm() == null ? null : key.getAlgorithm().getName();
    var allowed = algorithms(key, sealing);
    if (allowed.isEmpty()) {
      findings.add(file, 1, name + " must be EC on P-256, or RSA with at least 3072 bits");
    } else if (algorithm != null && !allowed.contains(algorithm)) {
      findings.add(
          file,
          1,
          name + " may only be for " + String.join(" or ", allowed.stream().sorted().toList()));
    }
  }

  private static Set<String> algorithms(JWK key, boolean sealing) {
    return switch (key) {
      case ECKey ec when Curve.P_256.equals(ec.getCurve()) -> sealing ? EC_SEALING : EC_SIGNING;
      case RSAKey rsa when isStrong(rsa) -> sealing ? RSA_SEALING : RSA_SIGNING;
      default -> Set.of();
    };
  }

  private static boolean isStrong(RSAKey key) {
    var exponent = key.getPublicExponent().decodeToBigInteger();
    return key.size() >= MIN_RSA_BITS
        && key.size() <= MAX_RSA_BITS
        && exponent.testBit(0)
        && exponent.compareTo(MIN_RSA_EXPONENT) >= 0;
  }

  /** The address that a unit’s system is pushed to. */
  static Optional<URI> push(Path file, Findings findings) {
    try {
      var url = URI.create(String.valueOf(JSONObjectUtils.parse(text(file)).get("url")));
      if (isPushable(url)) {
        return Optional.of(url);
      }
    } catch (IOException | ParseException | IllegalArgumentException e) {
      // said below
    }
    findings.add(file, 1, "must be {\"url\": \"https://…\"}");
    return Optional.empty();
  }

  /** Whether sealed deliveries may be pushed there. */
  static boolean isPushable(URI url) {
    return url.getHost() != null && url.getUserInfo() == null && (isSafe(url) || isHere(url));
  }

  private static boolean isSafe(URI url) {
    return "https".equals(url.getScheme());
  }

  /** What stays on this machine needs no TLS; names are not looked up. */
  private static boolean isHere(URI url) {
    if (!"http".equals(url.getScheme())) {
      return false;
    }
    var host = url.getHost();
    try {
      return host.equals("localhost")
          || (host.matches("[0-9.]+|\\[[0-9a-fA-F:]+\\]")
              && InetAddress.getByName(host).isLoopbackAddress());
    } catch (IOException e) {
      return false;
    }
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("too large");
    }
    return Files.readString(file);
  }
}
