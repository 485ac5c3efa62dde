package ch.meinkonto.access;

import ch.meinkonto.account.BrowserToken;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.web.DeviceName;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.platform.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Connecting this phone: with the code that the computer shows. The camera brings it behind the
 * {@code #} of the address, which browsers send to nobody.
 */
@Controller
@RequestMapping(PairingPages.PATH)
class PairingPages {

  static final String PATH = AppPages.PATH + "/verbinden";

  /** How often a network may try a code; of 80 bits nobody guesses one. */
  static final Limit TRIES = new Limit("access-pair", 60, Duration.ofMinutes(10));

  private final Pairings pairings;
  private final PhoneKeys keys;
  private final Apps apps;
  private final RateLimits limits;

  PairingPages(Pairings pairings, PhoneKeys keys, Apps apps, RateLimits limits) {
    this.pairings = pairings;
    this.keys = keys;
    this.apps = apps;
    this.limits = limits;
  }

  @GetMapping
  String form(HttpServletRequest request, Model model) {
    var name = DeviceName.of(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    return form("", name, new FieldErrors(), model);
  }

  /** What the phone needs to make its key. */
  @PostMapping("/optionen")
  ResponseEntity<Map<String, Object>> options(
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute("page") Page page,
      HttpServletRequest request) {
    var network = NetworkAddress.of(request).value();
    if (limits.take(TRIES, network) instanceof Decision.Refused(var pause, _)) {
      var text = page.text("access.wait", Waiting.minutes(pause));
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of("text", text));
    }
    var appName = page.text("access.name") + " " + page.cityName();
    return pairings
        .read(Typed.tooLong(code) ? "" : code)
        .map(open -> ResponseEntity.ok(keys.making(open, appName, BrowserToken.of(request))))
        .orElseGet(() ->
            ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .body(Map.of("text", page.text("access.code.wrong"))));
  }

  @PostMapping
  String connect(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String answer,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var line = Typed.line(name);
    var usable = !line.isEmpty() && !Typed.tooLong(line) && !Typed.unprintable(line);
    var phone =
        pairings
            .read(Typed.tooLong(code) ? "" : code)
            .flatMap(open ->
                keys.made(open, answer, BrowserToken.of(request))
                    .flatMap(key ->
                        pairings.offer(open, key, usable ? line : page.text("access.usual-name"))));
    if (phone.isPresent()) {
      apps.open(phone.get(), request, response);
      return "redirect:" + AppPages.PATH;
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    var errors = new FieldErrors().addIf(true, "code", "access.code.wrong");
    return form(Typed.tooLong(code) ? "" : code, usable ? line : "", errors, model);
  }

  private static String form(String code, String name, FieldErrors errors, Model model) {
    model.addAttribute("code", code);
    model.addAttribute("name", name);
    model.addAttribute("errors", errors);
    return "access/connect";
  }
}
