package ch.meinkonto.sso;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Something that an application may get, if the person agrees; there is nothing else. */
enum Detail {
  /** Name and language. */
  NAME("profile", List.of("name", "given_name", "family_name", "locale")),
  EMAIL("email", List.of("email", "email_verified")),
  PHONE("phone", List.of("phone_number", "phone_number_verified")),
  ADDRESS("address", List.of("address")),
  /** All this even while the person is not there (OpenID Connect Core §11). */
  OFFLINE("offline_access", List.of());

  private final String scope;
  private final List<String> claims;

  Detail(String scope, List<String> claims) {
    this.scope = scope;
    this.claims = claims;
  }

  /** The scope that asks for it. */
  String scope() {
    return scope;
  }

  /** The claims that say it. */
  List<String> claims() {
    return claims;
  }

  static Optional<Detail> ofScope(String scope) {
    return Arrays.stream(values()).filter(detail -> detail.scope.equals(scope)).findFirst();
  }

  static Optional<Detail> ofClaim(String claim) {
    return Arrays.stream(values()).filter(detail -> detail.claims.contains(claim)).findFirst();
  }

  static Map<String, Detail> byScope() {
    var scopes = new LinkedHashMap<String, Detail>();
    Arrays.stream(values()).forEach(detail -> scopes.put(detail.scope, detail));
    return scopes;
  }

  /** As they are stored: their scopes, with spaces. */
  static String text(Set<Detail> details) {
    return details.stream().sorted().map(Detail::scope).collect(Collectors.joining(" "));
  }

  static Set<Detail> parse(String text) {
    var details = EnumSet.noneOf(Detail.class);
    for (var scope : text.split(" ", -1)) {
      ofScope(scope).ifPresent(details::add);
    }
    return details;
  }
}
