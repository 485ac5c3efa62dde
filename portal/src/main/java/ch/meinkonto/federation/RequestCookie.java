package ch.meinkonto.federation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ch.meinkonto.account.TokenCookie;
import ch.meinkonto.platform.crypto.LookupHash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a request in the browser that began it, signed with a key that all nodes share: it costs
 * the portal no row, and an answer in any other browser is worth nothing.
 */
@Component
class RequestCookie {

  static final Duration LIFE = Duration.ofMinutes(10);

  private static final TokenCookie COOKIE = new TokenCookie("mk-outside", "/");
  private static final Pattern FORM = Pattern.compile("([\\w-]{1,4000})\\.([\\w-]{43})");

  private final LookupHash hash;
  private final JsonMapper json;
  private final Clock clock;

  RequestCookie(LookupHash hash, JsonMapper json, Clock clock) {
    this.hash = hash;
    this.json = json;
    this.clock = clock;
  }

  void write(OutsideRequest begun, HttpServletRequest request, HttpServletResponse response) {
    var text = base64(json.writeValueAsBytes(begun));
    COOKIE.write(request, response, text + "." + base64(signature(text)));
  }

  /** Takes it out of the browser: it is answered once. */
  Optional<OutsideRequest> take(HttpServletRequest request, HttpServletResponse response) {
    var kept = FORM.matcher(COOKIE.read(request));
    COOKIE.clear(request, response);
    if (!kept.matches()
        || !MessageDigest.isEqual(
            base64(signature(kept.group(1))).getBytes(US_ASCII),
            kept.group(2).getBytes(US_ASCII))) {
      return Optional.empty();
    }
    var begun = json.readValue(Base64.getUrlDecoder().decode(kept.group(1)), OutsideRequest.class);
    return Optional.of(begun).filter(one -> one.begunAt().plus(LIFE).isAfter(clock.instant()));
  }

  private byte[] signature(String text) {
    return hash.of("federation-request", text);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
