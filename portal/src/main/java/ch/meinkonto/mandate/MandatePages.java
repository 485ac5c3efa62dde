package ch.meinkonto.mandate;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mandates that somebody has given and holds, and ending one. */
@Controller
@RequestMapping(MandatePages.PATH)
class MandatePages {

  static final String PATH = "/konto/vollmachten";

  private final Mandates mandates;
  private final MandateViews views;
  private final Texts texts;

  MandatePages(Mandates mandates, MandateViews views, Texts texts) {
    this.mandates = mandates;
    this.views = views;
    this.texts = texts;
  }

  @GetMapping
  String all(Visitor visitor, @ModelAttribute Page page, Model model) {
    var account = new AccountId(visitor.accountId());
    model.addAttribute("given", views.given(account, page));
    model.addAttribute("held", views.held(account, page));
    model.addAttribute("business", visitor.business());
    return "mandate/all";
  }

  @PostMapping("/{id}/beenden")
  String end(@PathVariable UUID id, Visitor visitor, RedirectAttributes redirect) {
    if (!mandates.end(id, new AccountId(visitor.accountId()))) {
      throw new NotFound();
    }
    Flash.success(redirect, texts, "mandate.ended");
    return "redirect:" + PATH;
  }
}
