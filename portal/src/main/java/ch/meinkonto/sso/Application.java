package ch.meinkonto.sso;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.yaml.Localized;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application of a unit into which people sign in with their account: a relying party.
 *
 * @param id its client identifier
 * @param purpose one sentence: what for it gets what it gets
 * @param redirectUris where codes may be sent, letter by letter
 * @param afterLogout where somebody may be sent who logged out
 * @param backChannelLogout where it hears that a session ended; null when it does not want to
 * @param initiateLogin where it begins to sign somebody in (OpenID Connect Core, section 4); null
 *     when no service leads into it
 * @param pushedOnly whether a browser may bring only requests that it pushed ahead (RFC 9126)
 * @param keys by which it signs who it is; null when those are its unit's
 * @param details what it may ask for
 * @param level what it asks of every login
 */
record Application(
    String id,
    UnitId unit,
    Localized<String> name,
    Localized<String> purpose,
    List<URI> redirectUris,
    List<URI> afterLogout,
    @Nullable URI backChannelLogout,
    @Nullable URI initiateLogin,
    boolean pushedOnly,
    @Nullable JWKSet keys,
    Set<Detail> details,
    Acr level) {

  Application {
    redirectUris = List.copyOf(redirectUris);
    afterLogout = List.copyOf(afterLogout);
    details = Set.copyOf(details);
  }
}
