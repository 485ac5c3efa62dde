package ch.meinkonto.federation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.login.OutsideLogins;
import ch.meinkonto.login.OutsideWays.Way;
import ch.meinkonto.login.ReturnPath;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The logins outside that open one's account. A fresh proof is asked for before ({@link
 * OutsideFactor#page()}).
 */
@Controller
@RequestMapping(ConnectedPages.PATH)
class ConnectedPages {

  static final String PATH = "/konto/logins";

  private final Connected connected;
  private final OutsideLogins logins;
  private final Texts texts;

  ConnectedPages(Connected connected, OutsideLogins logins, Texts texts) {
    this.connected = connected;
    this.logins = logins;
    this.texts = texts;
  }

  @GetMapping
  String all(
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Visitor visitor,
      Locale locale,
      Model model) {
    var account = new AccountId(visitor.accountId());
    model.addAttribute("back", ReturnPath.of(wish).path());
    model.addAttribute("logins", connected.of(account, locale));
    model.addAttribute(
        "missing",
        connected.missing(account).stream()
            .map(provider ->
                new Way(provider.name().in(locale), PATH + "/" + provider.id() + "/verbinden"))
            .toList());
    return "federation/logins";
  }

  @PostMapping("/{id}/trennen")
  String disconnect(@PathVariable UUID id, Visitor visitor, RedirectAttributes redirect) {
    connected.disconnect(new AccountId(visitor.accountId()), id);
    Flash.success(redirect, texts, "federation.disconnected");
    logins.offerToEndOthers(redirect);
    return "redirect:" + PATH;
  }
}
