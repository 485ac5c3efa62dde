package ch.meinkonto.request;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.platform.crypto.LookupHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Addresses of receipts for people without an account: nobody can guess one. It is the request's id
 * with half of a keyed hash, so nothing of it needs to be stored.
 */
@Component
class ReceiptTokens {

  private static final int HALF = 16;

  private final LookupHash hash;

  ReceiptTokens(LookupHash hash) {
    this.hash = hash;
  }

  String of(RequestId request) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(2 * HALF)
                .putLong(request.value().getMostSignificantBits())
                .putLong(request.value().getLeastSignificantBits())
                .put(seal(request))
                .array());
  }

  /** The request whose token this is; empty when it is nobody's. */
  Optional<RequestId> request(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != 2 * HALF) {
      return Optional.empty();
    }
    var read = ByteBuffer.wrap(bytes);
    var request = new RequestId(new UUID(read.getLong(), read.getLong()));
    var seal = Arrays.copyOfRange(bytes, HALF, 2 * HALF);
    return MessageDigest.isEqual(seal, seal(request)) ? Optional.of(request) : Optional.empty();
  }

  private byte[] seal(RequestId request) {
    return Arrays.copyOf(hash.of("request-receipt-token", request.toString()), HALF);
  }
}
