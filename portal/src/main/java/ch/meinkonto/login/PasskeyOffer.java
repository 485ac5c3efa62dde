package ch.meinkonto.login;

import ch.meinkonto.platform.web.DeviceName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Offers a passkey to who has just registered, in a browser that can make one. */
@Controller
class PasskeyOffer {

  static final String PATH = PasskeyPages.PATH + "/angebot";

  private final Passkeys passkeys;

  PasskeyOffer(Passkeys passkeys) {
    this.passkeys = passkeys;
  }

  @GetMapping(PATH)
  String offer(
      LoggedIn who,
      @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Model model) {
    var returnPath = ReturnPath.of(wish);
    if (passkeys.any(who.account())) {
      return "redirect:" + returnPath.path();
    }
    model.addAttribute("name", DeviceName.of(userAgent).orElse(""));
    model.addAttribute("action", returnPath.carriedBy(PasskeyPages.PATH));
    model.addAttribute("next", returnPath.path());
    return "login/passkey-offer";
  }
}
