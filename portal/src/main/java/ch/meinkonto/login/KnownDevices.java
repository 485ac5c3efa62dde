package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.crypto.RandomTokens;
import ch.meinkonto.platform.web.CookieNames;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * A browser in which an account was logged in before carries a signed mark ("device cookie",
 * OWASP). It opens nothing; it only has tries of its own.
 */
@Component
class KnownDevices {

  private static final String COOKIE = "mk-device";
  private static final int ID_BYTES = 16;
  private static final Duration KEPT = Duration.ofDays(365);

  private final LookupHash hash;

  KnownDevices(LookupHash hash) {
    this.hash = hash;
  }

  /** The device's id when this account was logged in on it before. */
  Optional<String> find(HttpServletRequest request, @Nullable AccountId account) {
    return account == null ? Optional.empty() : find(carriedBy(request), account);
  }

  /** All marks that a request carries, to look at when it is over. */
  List<String> carriedBy(HttpServletRequest request) {
    return request.getCookies() == null
        ? List.of()
        : Arrays.stream(request.getCookies())
            .filter(cookie -> cookie.getName().equals(name(request)))
            .map(Cookie::getValue)
            .toList();
  }

  /** The device's id when one of these marks is the account's. */
  Optional<String> find(List<String> marks, AccountId account) {
    return marks.stream().flatMap(value -> id(value, account).stream()).findFirst();
  }

  /** The mark for this browser. */
  ResponseCookie mark(HttpServletRequest request, AccountId account) {
    var id = find(request, account).orElseGet(() -> RandomTokens.next(ID_BYTES));
    return ResponseCookie.from(name(request), id + "." + signature(id, account))
        .path("/")
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .maxAge(KEPT)
        .build();
  }

  private static String name(HttpServletRequest request) {
    return CookieNames.of(COOKIE, "/", request.isSecure());
  }

  private Optional<String> id(String value, AccountId account) {
    var dot = value.indexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    var id = value.substring(0, dot);
    return MessageDigest.isEqual(
            value.substring(dot + 1).getBytes(UTF_8), signature(id, account).getBytes(UTF_8))
        ? Optional.of(id)
        : Optional.empty();
  }

  private String signature(String id, AccountId account) {
    var bytes = hash.of("login-device", account + "/" + id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
