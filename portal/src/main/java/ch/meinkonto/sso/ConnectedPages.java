package ch.meinkonto.sso;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The applications that somebody signs in to, and taking that back. */
@Controller
class ConnectedPages {

  private final Connections connections;
  private final Texts texts;

  ConnectedPages(Connections connections, Texts texts) {
    this.connections = connections;
    this.texts = texts;
  }

  @GetMapping(SsoPaths.CONNECTED)
  String all(Visitor visitor, Locale locale, Model model) {
    model.addAttribute("connections", connections.of(new AccountId(visitor.accountId()), locale));
    return "sso/connected";
  }

  @PostMapping(SsoPaths.CONNECTED + "/{client}/trennen")
  String revoke(@PathVariable String client, Visitor visitor, RedirectAttributes redirect) {
    if (connections.end(new AccountId(visitor.accountId()), client)) {
      Flash.success(redirect, texts, "sso.connected.ended");
    }
    return "redirect:" + SsoPaths.CONNECTED;
  }
}
