package ch.meinkonto.account;

import ch.meinkonto.platform.web.Visitor;
import java.util.Base64;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Whom one keeps on one's own device, to have them filled in: the page is empty here, and full only
 * in that browser.
 */
@Controller
@RequestMapping("/konto/angaben")
class PeoplePages {

  private final BrowserSecrets secrets;

  PeoplePages(BrowserSecrets secrets) {
    this.secrets = secrets;
  }

  @GetMapping
  String people() {
    return "account/people";
  }

  /** The portal's half of the key, for the scripts of its pages. */
  @GetMapping("/schluessel")
  ResponseEntity<Map<String, String>> secret(Visitor visitor) {
    var secret = secrets.of(new AccountId(visitor.accountId()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("secret", Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
  }
}
