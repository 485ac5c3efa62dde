package ch.meinkonto.sso;

import ch.meinkonto.sso.AuthorizationRequests.Reading;
import java.security.Principal;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a request from the application itself, before the browser comes (RFC 9126). */
@RestController
class PushedRequests {

  private final AuthorizationRequests requests;
  private final PendingRequests pending;
  private final Clock clock;

  PushedRequests(AuthorizationRequests requests, PendingRequests pending, Clock clock) {
    this.requests = requests;
    this.pending = pending;
    this.clock = clock;
  }

  @PostMapping(SsoPaths.PUSHED)
  ResponseEntity<Map<String, Object>> take(
      @RequestParam Map<String, String> sent, Principal caller) {
    var parameters = new HashMap<>(sent);
    parameters.keySet().removeIf(name -> name.startsWith("client_assertion"));
    // The filter before has verified who calls; whom the request names must be the same.
    if (!caller.getName().equals(parameters.getOrDefault("client_id", caller.getName()))) {
      return refused(SsoError.invalid("client_id"));
    }
    parameters.put("client_id", caller.getName());
    var now = clock.instant();
    return switch (requests.read(parameters, now)) {
      case Reading.Understood _ ->
          ResponseEntity.status(HttpStatus.CREATED)
              .cacheControl(CacheControl.noStore())
              .body(
                  Map.of(
                      "request_uri", pending.keep(parameters, now),
                      "expires_in", PendingRequests.LIFE.toSeconds()));
      case Reading.Refused(_, var error) -> refused(error);
      case Reading.Unanswerable _ -> refused(SsoError.invalid("redirect_uri"));
    };
  }

  private static ResponseEntity<Map<String, Object>> refused(SsoError error) {
    var body = new HashMap<String, Object>();
    body.put("error", error.code());
    if (error.description() != null) {
      body.put("error_description", error.description());
    }
    return ResponseEntity.badRequest().cacheControl(CacheControl.noStore()).body(body);
  }
}
