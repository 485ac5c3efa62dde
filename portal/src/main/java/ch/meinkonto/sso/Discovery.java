package ch.meinkonto.sso;

import ch.meinkonto.platform.PortalSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an application must know of the provider (OpenID Connect Discovery 1.0), and its keys. */
@RestController
class Discovery {

  private static final CacheControl FRESH =
      CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

  private final PortalSettings settings;
  private final OpenIdKeys keys;

  Discovery(PortalSettings settings, OpenIdKeys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  @GetMapping(SsoPaths.DISCOVERY)
  ResponseEntity<Map<String, Object>> provider() {
    var provider = new LinkedHashMap<String, Object>();
    provider.put("issuer", settings.baseUrl().toString());
    provider.put("authorization_endpoint", address(SsoPaths.AUTHORIZE));
    provider.put("token_endpoint", address(SsoPaths.TOKEN));
    provider.put("userinfo_endpoint", address(SsoPaths.USER_INFO));
    provider.put("jwks_uri", address(SsoPaths.KEYS));
    provider.put("pushed_authorization_request_endpoint", address(SsoPaths.PUSHED));
    provider.put("revocation_endpoint", address(SsoPaths.REVOKE));
    provider.put("end_session_endpoint", address(SsoPaths.LOGOUT));
    provider.put("backchannel_logout_supported", true);
    provider.put("backchannel_logout_session_supported", true);
    provider.put(
        "scopes_supported",
        Stream.concat(Stream.of("openid"), Arrays.stream(Detail.values()).map(Detail::scope))
            .toList());
    provider.put("claims_supported", claims());
    provider.put("claims_parameter_supported", true);
    provider.put("request_parameter_supported", false);
    provider.put("request_uri_parameter_supported", false);
    provider.put("response_types_supported", List.of("code"));
    provider.put("response_modes_supported", List.of("query"));
    provider.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
    provider.put("code_challenge_methods_supported", List.of("S256"));
    provider.put("authorization_response_iss_parameter_supported", true);
    provider.put("subject_types_supported", List.of("pairwise"));
    provider.put("acr_values_supported", Arrays.stream(Acr.values()).map(Acr::value).toList());
    provider.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
    provider.put("id_token_signing_alg_values_supported", List.of("RS256"));
    for (var endpoint : List.of("token", "revocation")) {
      provider.put(endpoint + "_endpoint_auth_methods_supported", List.of("private_key_jwt"));
      provider.put(
          endpoint + "_endpoint_auth_signing_alg_values_supported",
          List.of("ES256", "PS256", "RS256"));
    }
    provider.put("ui_locales_supported", List.of("de", "en"));
    return ResponseEntity.ok().cacheControl(FRESH).body(provider);
  }

  @GetMapping(SsoPaths.KEYS)
  ResponseEntity<String> keys() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/jwk-set+json"))
        .cacheControl(FRESH)
        .body(keys.published().toString(true));
  }

  private static List<String> claims() {
    var always =
        Stream.of(
            "sub", "iss", "aud", "exp", "iat", "auth_time", "acr", "amr", LogoutClaim.SID.claim());
    return Stream.concat(
            always, Arrays.stream(Detail.values()).flatMap(detail -> detail.claims().stream()))
        .toList();
  }

  private String address(String path) {
    return settings.url(path).toString();
  }
}
