package ch.meinkonto.simulator.identity;

import ch.meinkonto.simulator.Html;
import ch.meinkonto.simulator.identity.IdentityProvider.Login;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The provider's door for people, who only say who they are, and its endpoints for the portal. */
@RestController
@RequestMapping(IdentityProvider.PATH)
class IdentityPages {

  private final IdentityProvider provider;
  private final Html html;

  IdentityPages(IdentityProvider provider, Html html) {
    this.provider = provider;
    this.html = html;
  }

  @GetMapping("/.well-known/openid-configuration")
  Map<String, Object> discovery() {
    var issuer = provider.issuer();
    return Map.of(
        "issuer",
        issuer,
        "authorization_endpoint",
        issuer + "/authorize",
        "token_endpoint",
        issuer + "/token",
        "jwks_uri",
        issuer + "/keys",
        "response_types_supported",
        List.of("code"),
        "subject_types_supported",
        List.of("pairwise"),
        "id_token_signing_alg_values_supported",
        List.of("ES256"),
        "token_endpoint_auth_methods_supported",
        List.of("private_key_jwt"),
        "code_challenge_methods_supported",
        List.of("S256"),
        "authorization_response_iss_parameter_supported",
        true);
  }

  @GetMapping(path = "/keys", produces = MediaType.APPLICATION_JSON_VALUE)
  String keys() {
    return provider.keys().toString();
  }

  @GetMapping("/authorize")
  ResponseEntity<byte[]> ask(@RequestParam Map<String, String> request) {
    return provider.back(request).isEmpty()
        ? ResponseEntity.badRequest().build()
        : html.page("identity.jte", Map.of("request", request));
  }

  @PostMapping("/authorize")
  ResponseEntity<Void> answer(
      @RequestParam Person person,
      @RequestParam Way way,
      @RequestParam Fault fault,
      @RequestParam(defaultValue = "") String cancel,
      @RequestParam Map<String, String> request) {
    return provider
        .back(request)
        .map(uri -> {
          var back = UriComponentsBuilder.fromUri(uri).queryParam("iss", "{iss}");
          if (cancel.isEmpty()) {
            var login = new Login(request, person, way, fault, Instant.now());
            back.queryParam("code", provider.keep(login));
          } else {
            back.queryParam("error", "access_denied");
          }
          back.queryParam("state", "{state}");
          return to(
              back.encode()
                  .buildAndExpand(
                      Map.of("iss", provider.issuer(), "state", request.getOrDefault("state", "")))
                  .toUri());
        })
        .orElseGet(() -> ResponseEntity.badRequest().build());
  }

  @PostMapping("/token")
  ResponseEntity<Map<String, Object>> token(@RequestParam Map<String, String> sent)
      throws IOException, ParseException {
    if (provider.silent(sent)) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
    return provider
        .token(sent)
        .map(token ->
            ResponseEntity.ok(
                Map.<String, Object>of(
                    "access_token",
                    "-",
                    "token_type",
                    "Bearer",
                    "expires_in",
                    60,
                    "id_token",
                    token)))
        .orElseGet(() ->
            ResponseEntity.badRequest().body(Map.<String, Object>of("error", "invalid_grant")));
  }

  private static ResponseEntity<Void> to(URI address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
  }
}
