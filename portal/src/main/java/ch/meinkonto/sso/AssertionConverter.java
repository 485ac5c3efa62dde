package ch.meinkonto.sso;

import ch.meinkonto.contract.ClientAssertion;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Which application calls: as its signature says, for it need not say so beside it (RFC 7521 §4.2),
 * which Spring's own converter asks for.
 */
final class AssertionConverter implements AuthenticationConverter {

  private static final int LONGEST = 16 * 1024;

  @Override
  public Authentication convert(HttpServletRequest request) {
    var parameters = new HashMap<String, Object>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (values.length > 1) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
          }
          parameters.put(name, values[0]);
        });
    if (request.getQueryString() != null) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
    }
    if (!(parameters.get("client_assertion") instanceof String assertion)
        || !ClientAssertion.TYPE.equals(parameters.get("client_assertion_type"))
        || assertion.length() > LONGEST) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    var client = parameters.getOrDefault("client_id", subject(assertion));
    if (!(client instanceof String id)) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    return new OAuth2ClientAuthenticationToken(
        id, new ClientAuthenticationMethod(ClientAssertion.TYPE), assertion, parameters);
  }

  /** Not believed yet: only under whose keys the signature is to be checked. */
  private static @Nullable String subject(String assertion) {
    try {
      return SignedJWT.parse(assertion).getJWTClaimsSet().getSubject();
    } catch (ParseException | IllegalArgumentException e) {
      return null;
    }
  }
}
