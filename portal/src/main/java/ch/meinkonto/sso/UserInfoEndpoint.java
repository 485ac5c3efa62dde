package ch.meinkonto.sso;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the account says about a person now, to an application with their consent (OpenID Connect
 * Core §5.3).
 */
@RestController
class UserInfoEndpoint {

  private static final int LONGEST = 300;

  private final DefaultBearerTokenResolver tokens = new DefaultBearerTokenResolver();
  private final SignIns signIns;
  private final RegisteredApplications applications;
  private final Accounts accounts;

  UserInfoEndpoint(SignIns signIns, RegisteredApplications applications, Accounts accounts) {
    this.signIns = signIns;
    this.applications = applications;
    this.accounts = accounts;
    tokens.setAllowFormEncodedBodyParameter(true); // RFC 6750 §2.2; never in the address (§2.3)
  }

  @RequestMapping(
      path = SsoPaths.USER_INFO,
      method = {RequestMethod.GET, RequestMethod.POST})
  ResponseEntity<Map<String, Object>> userInfo(HttpServletRequest request) {
    try {
      var token = tokens.resolve(request);
      return token == null ? refused(HttpStatus.UNAUTHORIZED, "Bearer") : userInfo(token);
    } catch (OAuth2AuthenticationException e) {
      return e.getError() instanceof BearerTokenError error
          ? refused(error.getHttpStatus(), challenge(error.getErrorCode()))
          : refused(HttpStatus.UNAUTHORIZED, "Bearer");
    }
  }

  private ResponseEntity<Map<String, Object>> userInfo(String token) {
    return Optional.of(token)
        .filter(value -> value.length() <= LONGEST)
        .flatMap(value -> signIns.find(SignIns.Held.ACCESS, value))
        .flatMap(this::claims)
        .map(claims -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(claims))
        .orElseGet(
            () -> refused(HttpStatus.UNAUTHORIZED, challenge(BearerTokenErrorCodes.INVALID_TOKEN)));
  }

  private Optional<Map<String, Object>> claims(SignIn signIn) {
    return applications
        .find(signIn.client())
        .flatMap(application ->
            accounts.find(signIn.account()).map(account -> claims(signIn, application, account)));
  }

  private Map<String, Object> claims(SignIn signIn, Application application, Account account) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("sub", accounts.subjectFor(account.id(), application.unit().value()));
    var names = signIn.userInfoClaims();
    // What the city does not grant the application any more, it does not get any more.
    names.removeIf(name -> Detail.ofClaim(name).filter(application.details()::contains).isEmpty());
    claims.putAll(PersonClaims.of(account, names));
    return claims;
  }

  /** RFC 6750 §3. */
  private static String challenge(String error) {
    return "Bearer error=\"" + error + "\"";
  }

  private static ResponseEntity<Map<String, Object>> refused(HttpStatus status, String challenge) {
    return ResponseEntity.status(status).header(HttpHeaders.WWW_AUTHENTICATE, challenge).build();
  }
}
