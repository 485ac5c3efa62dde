package ch.meinkonto.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ch.meinkonto.platform.crypto.LookupHash;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Proves a lease. The token is a keyed hash of delivery and attempt: nothing of it is stored, and
 * the next attempt makes it worthless (a fencing token).
 */
@Component
class LeaseTokens {

  private final LookupHash hash;

  LeaseTokens(LookupHash hash) {
    this.hash = hash;
  }

  String of(Item item) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(hash.of("delivery-lease", item.id() + "/" + item.attempt()));
  }

  boolean fits(Item item, String token) {
    return MessageDigest.isEqual(of(item).getBytes(US_ASCII), token.getBytes(US_ASCII));
  }
}
