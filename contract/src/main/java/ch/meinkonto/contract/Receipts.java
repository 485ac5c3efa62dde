package ch.meinkonto.contract;

import ch.meinkonto.contract.Checked.Valid;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signs and checks receipts: compact JWS, ES256, {@code typ} {@value #TYPE}. */
public final class Receipts {

  /** The {@code typ} of a receipt. */
  public static final String TYPE = "receipt+jwt";

  private static final int MAX_SIZE = 32 * 1024 * 1024; // a receipt may embed the unit's event
  private static final Jws JWS = new Jws(TYPE, Set.of(JWSAlgorithm.ES256), MAX_SIZE);

  private Receipts() {}

  /** Signs a receipt with the portal's key. */
  public static String sign(Receipt receipt, ECKey key) {
    return JWS.sign(Claims.of(receipt), key);
  }

  /** Checks a receipt against the portal's published keys, also the older ones. */
  public static Checked<Receipt> verify(String compact, JWKSet portalKeys) {
    return JWS.verify(
        compact.strip(), portalKeys, json -> new Valid<>(Json.read(json, Claims.class).receipt()));
  }

  private record Claims(
      String jti,
      String iss,
      long iat,
      Receipt.Kind kind,
      RequestId requestId,
      SubmissionId submissionId,
      @JsonProperty("ref") Reference reference,
      String service,
      String unit,
      List<Receipt.PartTag> parts,
      @Nullable String event,
      Receipt.@Nullable Delivered delivery) {

    static Claims of(Receipt r) {
      return new Claims(
          r.id(),
          r.issuer(),
          r.issuedAt().getEpochSecond(),
          r.kind(),
          r.requestId(),
          r.submissionId(),
          r.reference(),
          r.service(),
          r.unit(),
          r.parts(),
          r.event(),
          r.delivery());
    }

    Receipt receipt() {
      return new Receipt(
          jti,
          iss,
          Instant.ofEpochSecond(iat),
          kind,
          requestId,
          submissionId,
          reference,
          service,
          unit,
          parts,
          event,
          delivery);
    }
  }
}
