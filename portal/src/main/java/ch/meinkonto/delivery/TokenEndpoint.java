package ch.meinkonto.delivery;

import ch.meinkonto.contract.ClientAssertion;
import ch.meinkonto.contract.Json;
import ch.meinkonto.directory.UnitId;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a unit gets its access token: OAuth 2 client credentials (RFC 6749 §4.4). */
@RestController
class TokenEndpoint {

  private final Assertions assertions;
  private final AccessTokens tokens;

  TokenEndpoint(Assertions assertions, AccessTokens tokens) {
    this.assertions = assertions;
    this.tokens = tokens;
  }

  @PostMapping(ContractPaths.TOKEN)
  ResponseEntity<byte[]> token(@RequestParam MultiValueMap<String, String> form) {
    if (form.values().stream().anyMatch(values -> values.size() > 1)) {
      return error(400, "invalid_request"); // RFC 6749 §3.2: no parameter twice
    }
    if (!"client_credentials".equals(form.getFirst("grant_type"))) {
      return error(400, "unsupported_grant_type");
    }
    var unit = form.getFirst("client_id");
    var assertion = form.getFirst("client_assertion");
    if (unit == null
        || assertion == null
        || !ClientAssertion.TYPE.equals(form.getFirst("client_assertion_type"))
        || !assertions.believe(unit, assertion)) {
      return error(401, "invalid_client");
    }
    return answer(200, tokens.issue(new UnitId(unit)));
  }

  private static ResponseEntity<byte[]> error(int status, String code) {
    return answer(status, Map.of("error", code)); // RFC 6749 §5.2
  }

  private static ResponseEntity<byte[]> answer(int status, Object body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(Json.bytes(body));
  }
}
