package ch.meinkonto.contract;

import ch.meinkonto.contract.Checked.Flaw;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/** Compact JWS with one type and a list of allowed algorithms. */
final class Jws {

  private final String type;
  private final Set<JWSAlgorithm> algorithms;
  private final int maxSize;

  Jws(String type, Set<JWSAlgorithm> algorithms, int maxSize) {
    this.type = type;
    this.algorithms = Set.copyOf(algorithms);
    this.maxSize = maxSize;
  }

  String sign(Object claims, JWK key) {
    JWSAlgorithm algorithm = key instanceof RSAKey ? JWSAlgorithm.PS256 : JWSAlgorithm.ES256;
    if (!algorithms.contains(algorithm)) {
      throw new IllegalArgumentException("this kind of key does not sign " + type);
    }
    JWSHeader header =
        new JWSHeader.Builder(algorithm)
            .type(new JOSEObjectType(type))
            .keyID(key.getKeyID())
            .build();
    JWSObject jws = new JWSObject(header, new Payload(Json.bytes(claims)));
    try {
      jws.sign(signer(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("signing failed", e);
    }
    return jws.serialize();
  }

  private static JWSSigner signer(JWK key) throws JOSEException {
    return switch (key) {
      case ECKey ec -> new ECDSASigner(ec);
      case RSAKey rsa -> new RSASSASigner(rsa);
      default -> throw new IllegalArgumentException("only EC and RSA keys sign");
    };
  }

  <T> Checked<T> verify(String compact, JWKSet keys, Function<String, Checked<T>> read) {
    if (compact.length() > maxSize) {
      return new Invalid<>(Flaw.TOO_LARGE);
    }
    if (!CompactForm.isCanonical(compact, 3)) {
      return new Invalid<>(Flaw.MALFORMED);
    }
    JWSObject jws;
    try {
      jws = JWSObject.parse(compact);
    } catch (ParseException | RuntimeException e) { // the parser stumbles over odd headers
      return new Invalid<>(Flaw.MALFORMED);
    }
    return switch (checkSignature(jws, keys)) {
      case Valid<JWSObject> _ -> read(jws.getPayload().toString(), read);
      case Invalid<JWSObject>(Flaw flaw) -> new Invalid<>(flaw);
    };
  }

  private Checked<JWSObject> checkSignature(JWSObject jws, JWKSet keys) {
    JWSHeader header = jws.getHeader();
    if (!hasType(header)) {
      return new Invalid<>(Flaw.WRONG_TYPE);
    }
    if (!algorithms.contains(header.getAlgorithm()) || header.getCriticalParams() != null) {
      return new Invalid<>(Flaw.WRONG_ALGORITHM);
    }
    JWK key = header.getKeyID() == null ? null : keys.getKeyByKeyId(header.getKeyID());
    if (key == null || KeyUse.ENCRYPTION.equals(key.getKeyUse())) {
      return new Invalid<>(Flaw.UNKNOWN_KEY);
    }
    try {
      return jws.verify(verifier(key)) ? new Valid<>(jws) : new Invalid<>(Flaw.WRONG_SIGNATURE);
    } catch (JOSEException | IllegalArgumentException e) {
      return new Invalid<>(Flaw.WRONG_SIGNATURE);
    }
  }

  /** A plain JWT need not say so (RFC 7519 §5.1); every other type must be named. */
  private boolean hasType(JWSHeader header) {
    return header.getType() == null
        ? type.equals("JWT")
        : type.equalsIgnoreCase(header.getType().getType());
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException {
    return switch (key) {
      case ECKey ec -> new ECDSAVerifier(ec);
      case RSAKey rsa -> new RSASSAVerifier(rsa);
      default -> throw new IllegalArgumentException("only EC and RSA keys verify");
    };
  }

  private static <T> Checked<T> read(String payload, Function<String, Checked<T>> read) {
    try {
      return read.apply(payload);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      return new Invalid<>(Flaw.MALFORMED);
    }
  }
}
