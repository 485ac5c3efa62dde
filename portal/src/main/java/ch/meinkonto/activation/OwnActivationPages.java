package ch.meinkonto.activation;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The services for which somebody is activated, and taking that back. */
@Controller
@RequestMapping(OwnActivationPages.PATH)
class OwnActivationPages {

  static final String PATH = "/konto/freischaltungen";

  private final Activations activations;
  private final OwnActivations own;
  private final Texts texts;

  OwnActivationPages(Activations activations, OwnActivations own, Texts texts) {
    this.activations = activations;
    this.own = own;
    this.texts = texts;
  }

  @GetMapping
  String all(Visitor visitor, Locale locale, Model model) {
    model.addAttribute("activations", own.of(Sender.of(visitor, locale).account(), locale));
    return "activation/own";
  }

  @PostMapping("/{service}/aufheben")
  String end(
      @PathVariable String service, Visitor visitor, Locale locale, RedirectAttributes redirect) {
    if (!Slug.fits(service)) {
      throw new NotFound();
    }
    if (activations.end(Sender.of(visitor, locale), new ServiceId(service))) {
      Flash.success(redirect, texts, "activation.own.ended");
    }
    return "redirect:" + PATH;
  }
}
