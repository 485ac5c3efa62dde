package ch.meinkonto.conformance;

import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Receipts;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.request.SealedSubmission;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;

/** Makes of something good what nobody must take. */
final class Spoiling {

  private static final int CIPHERTEXT = 3;

  private Spoiling() {}

  /** One bit of the data is another; the tags are as the receipt says. */
  static SealedSubmission damaged(SealedSubmission good) {
    return new SealedSubmission(
        good.envelope(),
        good.parts().stream()
            .map(part -> part.name().equals(Part.DATA) ? damaged(part) : part)
            .toList(),
        good.receipt());
  }

  private static SealedPart damaged(SealedPart part) {
    var segments = part.jwe().split("\\.", -1);
    var bytes = new Base64URL(segments[CIPHERTEXT]).decode();
    bytes[bytes.length / 2] ^= 1;
    segments[CIPHERTEXT] = Base64URL.encode(bytes).toString();
    return new SealedPart(part.name(), part.mediaType(), String.join(".", segments));
  }

  /** The same receipt under the name of our key, signed by another. */
  static SealedSubmission otherReceipt(SealedSubmission good, SigningKeys ours) {
    var receipt =
        Receipts.verify(good.receipt(), ours.published())
            .asOptional()
            .orElseThrow(() -> new IllegalStateException("Our own receipt does not hold"));
    var forger = key(ours.current().getKeyID(), KeyUse.SIGNATURE);
    return new SealedSubmission(good.envelope(), good.parts(), Receipts.sign(receipt, forger));
  }

  /** A key whose private half is thrown away. */
  static ECKey otherKey() {
    return key("nobodys-enc", KeyUse.ENCRYPTION);
  }

  private static ECKey key(String kid, KeyUse use) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).keyUse(use).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java has P-256", e);
    }
  }
}
