package ch.meinkonto.mandate;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Giving a mandate: choosing for what, handing over the code, and looking who has typed it in.
 * Whoever comes here has proved lately who they are ({@code login} asks).
 */
@Controller
@RequestMapping(GivingPages.PATH)
class GivingPages {

  static final String PATH = MandatePages.PATH + "/neu";

  private static final int MOST_SERVICES = 20;
  private static final int MOST_MANDATES = 20;

  private final Mandates mandates;
  private final MandateRows rows;
  private final MandateViews views;
  private final CoveredServices services;
  private final MandateSettings settings;
  private final CityDay day;
  private final Texts texts;

  GivingPages(
      Mandates mandates,
      MandateRows rows,
      MandateViews views,
      CoveredServices services,
      MandateSettings settings,
      CityDay day,
      Texts texts) {
    this.mandates = mandates;
    this.rows = rows;
    this.views = views;
    this.services = services;
    this.settings = settings;
    this.day = day;
    this.texts = texts;
  }

  @GetMapping
  String ask(Visitor visitor, @ModelAttribute Page page, Model model) {
    var form = MandateForm.proposing(List.of(), day.today().plus(settings.usual()));
    return ask(form, new FieldErrors(), visitor, page, model);
  }

  /** The answer itself shows the code: nothing keeps it for a page after it. */
  @PostMapping
  String prepare(
      @RequestParam MultiValueMap<String, String> sent,
      Visitor visitor,
      @ModelAttribute Page page,
      HttpServletResponse response,
      Model model) {
    var form = MandateForm.of(sent);
    var giver = new AccountId(visitor.accountId());
    var chosen = services.chosen(form.services(), visitor);
    var today = day.today();
    var errors =
        form.check(chosen, MOST_SERVICES, today, today.plus(settings.longest()))
            .addIf(rows.given(giver).size() >= MOST_MANDATES, FieldErrors.FORM, "mandate.too-many");
    if (!errors.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return ask(form, errors, visitor, page, model);
    }
    model.addAttribute(
        "code", mandates.prepare(giver, chosen, Objects.requireNonNull(form.lastDay())));
    model.addAttribute("days", settings.patience().toDays());
    return "mandate/code";
  }

  private String ask(
      MandateForm form, FieldErrors errors, Visitor visitor, Page page, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("groups", services.groups(visitor, page.locale()));
    model.addAttribute("twoFactors", visitor.twoFactors());
    model.addAttribute("latest", page.formats().date(day.today().plus(settings.longest())));
    return "mandate/give";
  }

  /** Who has typed the code in: is it whom the giver means? */
  @GetMapping("/{id}")
  String accepted(@PathVariable UUID id, Visitor visitor, @ModelAttribute Page page, Model model) {
    var giver = new AccountId(visitor.accountId());
    var mandate =
        rows.find(id, giver)
            .filter(found -> giver.equals(found.giver()))
            .filter(found -> found.state() == MandateState.ACCEPTED)
            .orElseThrow(NotFound::new);
    model.addAttribute("mandate", views.of(mandate, giver, page));
    return "mandate/confirm";
  }

  @PostMapping("/{id}")
  String confirm(@PathVariable UUID id, Visitor visitor, RedirectAttributes redirect) {
    if (!mandates.confirm(id, new AccountId(visitor.accountId()))) {
      throw new NotFound();
    }
    Flash.success(redirect, texts, "mandate.confirmed");
    return "redirect:" + MandatePages.PATH;
  }
}
