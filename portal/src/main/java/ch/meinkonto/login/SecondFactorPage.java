package ch.meinkonto.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The way to a second factor, for who came to something that asks for one: asks for one that they
 * have, or explains how to get one, and leads back.
 */
@Controller
class SecondFactorPage {

  static final String PATH = "/konto/zweiter-faktor";

  private final SecondFactors factors;

  SecondFactorPage(SecondFactors factors) {
    this.factors = factors;
  }

  @GetMapping(PATH)
  String guide(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Model model) {
    var returnPath = ReturnPath.of(wish);
    if (factors.any(who.account())) {
      var proved = who.twoFactors();
      return "redirect:" + (proved ? returnPath.path() : returnPath.carriedBy(ConfirmPages.PATH));
    }
    model.addAttribute("back", returnPath.path());
    model.addAttribute("passkeysUrl", returnPath.carriedBy(PasskeyPages.PATH));
    model.addAttribute("others", others(returnPath));
    return "login/second-factor";
  }

  private List<FactorLink> others(ReturnPath next) {
    return factors.besidesPasskeys().stream()
        .map(factor -> FactorLink.of(factor, next.carriedBy(factor.page())))
        .toList();
  }
}
