package ch.meinkonto.sso;

import ch.meinkonto.account.AccountId;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in at an application, as it is stored. */
record SignIn(
    UUID id,
    String client,
    UUID accountId,
    String sid,
    String redirectUri,
    @Nullable String nonce,
    String challenge,
    String scopes,
    String claims,
    String acr,
    String amr,
    OffsetDateTime provedAt,
    OffsetDateTime codeUntil,
    boolean codeUsed,
    @Nullable OffsetDateTime accessUntil,
    @Nullable OffsetDateTime refreshUntil) {

  private static final String FOR_ID_TOKEN = "id_token:";
  private static final String FOR_USER_INFO = "userinfo:";

  AccountId account() {
    return new AccountId(accountId);
  }

  Set<String> scopeSet() {
    return new LinkedHashSet<>(words(scopes));
  }

  List<String> methods() {
    return words(amr);
  }

  Set<String> idTokenClaims() {
    return claims(FOR_ID_TOKEN);
  }

  /** The claims that the answer about the person holds: by scope, and those asked for singly. */
  Set<String> userInfoClaims() {
    var all = claims(FOR_USER_INFO);
    words(scopes)
        .forEach(scope -> Detail.ofScope(scope).ifPresent(detail -> all.addAll(detail.claims())));
    return all;
  }

  static String claims(ClaimsWish wish) {
    var words = new LinkedHashSet<String>();
    wish.idToken().forEach(claim -> words.add(FOR_ID_TOKEN + claim));
    wish.userInfo().forEach(claim -> words.add(FOR_USER_INFO + claim));
    return String.join(" ", words);
  }

  private Set<String> claims(String where) {
    var names = new LinkedHashSet<String>();
    for (var word : words(claims)) {
      if (word.startsWith(where)) {
        names.add(word.substring(where.length()));
      }
    }
    return names;
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
