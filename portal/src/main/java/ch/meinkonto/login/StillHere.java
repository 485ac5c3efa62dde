package ch.meinkonto.login;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Prolongs the login of somebody who types, and gives the page a token that is good for its forms
 * if they logged in anew beside it. Leads to the login page when the login is over.
 */
@RestController
class StillHere {

  @GetMapping("/konto/sitzung")
  ResponseEntity<Map<String, String>> prolong(LoggedIn who, CsrfToken token) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("token", token.getToken()));
  }
}
