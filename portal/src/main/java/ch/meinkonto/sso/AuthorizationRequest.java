package ch.meinkonto.sso;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks for (OpenID Connect Core §3.1.2.1), after all that could be wrong with
 * it was refused.
 *
 * @param begun when it asked
 * @param scopes those that it may ask and the provider knows
 * @param challenge what the bearer of the code must prove (RFC 7636, S256)
 * @param longestAge how long ago the person may have proved who they are; null when it does not
 *     matter
 * @param levels levels that it wishes, the dearest first
 * @param hint the name by which it knows the person it expects; null when it expects nobody
 */
record AuthorizationRequest(
    Instant begun,
    Application application,
    Answer.Target target,
    Set<String> scopes,
    @Nullable String nonce,
    String challenge,
    Set<Prompt> prompts,
    @Nullable Duration longestAge,
    List<Acr> levels,
    ClaimsWish claims,
    @Nullable String hint) {

  /** What the person is to be asked. */
  enum Prompt {
    NONE,
    LOGIN,
    CONSENT,
    SELECT_ACCOUNT
  }

  /** Whether it must be answered without a page. */
  boolean silent() {
    return prompts.contains(Prompt.NONE);
  }

  /** All that the application would get. */
  Set<Detail> details() {
    var details = EnumSet.noneOf(Detail.class);
    scopes.forEach(scope -> Detail.ofScope(scope).ifPresent(details::add));
    claims.idToken().forEach(claim -> Detail.ofClaim(claim).ifPresent(details::add));
    claims.userInfo().forEach(claim -> Detail.ofClaim(claim).ifPresent(details::add));
    return details;
  }

  /** Whether somebody who proved themselves at this time did so lately enough. */
  boolean freshEnough(Instant provedAt, Instant now) {
    if (!provedAt.isBefore(begun)) {
      return true;
    }
    return !prompts.contains(Prompt.LOGIN)
        && !prompts.contains(Prompt.SELECT_ACCOUNT)
        && (longestAge == null || !provedAt.plus(longestAge).isBefore(now));
  }
}
