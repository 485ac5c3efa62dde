package ch.meinkonto.account;

import ch.meinkonto.notification.TextMessages;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: what is kept, and one page to change each part of it. */
@Controller
@RequestMapping("/konto")
class ProfilePages {

  private static final String OVERVIEW = "redirect:/konto";

  private final Accounts accounts;
  private final TextMessages messages;
  private final List<OverviewRow> rows;
  private final LocaleResolver locales;
  private final Texts texts;

  ProfilePages(
      Accounts accounts,
      TextMessages messages,
      List<OverviewRow> rows,
      LocaleResolver locales,
      Texts texts) {
    this.accounts = accounts;
    this.messages = messages;
    this.rows = List.copyOf(rows);
    this.locales = locales;
    this.texts = texts;
  }

  @GetMapping
  String overview(Visitor visitor, Model model) {
    var account = account(visitor);
    model.addAttribute("view", new AccountView(account));
    model.addAttribute("rows", rows.stream().filter(row -> row.shown(account.id())).toList());
    model.addAttribute("sms", messages.available());
    return "account/overview";
  }

  @GetMapping("/name")
  String name(Visitor visitor, Model model) {
    var account = account(visitor);
    return name(account, NameForm.of(account), new FieldErrors(), model);
  }

  @PostMapping("/name")
  String changeName(
      @ModelAttribute NameForm form,
      Visitor visitor,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var account = account(visitor);
    var errors = form.check(account.business());
    if (!errors.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return name(account, form, errors, model);
    }
    accounts.changeName(
        account.id(),
        form.name(),
        account.business() ? Typed.orNull(Typed.line(form.company())) : null);
    return saved(redirect);
  }

  @GetMapping("/kontakt")
  String contact(Visitor visitor, Locale locale, Model model) {
    return contact(ContactForm.of(account(visitor)), new FieldErrors(), locale, model);
  }

  @PostMapping("/kontakt")
  String changeContact(
      @ModelAttribute ContactForm form,
      Visitor visitor,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var errors = form.check();
    if (!errors.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return contact(form, errors, locale, model);
    }
    accounts.changeContact(
        new AccountId(visitor.accountId()), form.phoneOrNull(), form.addressOrNull());
    return saved(redirect);
  }

  @GetMapping("/einstellungen")
  String preferences(Visitor visitor, Model model) {
    var account = account(visitor);
    model.addAttribute("language", account.language().toLanguageTag());
    model.addAttribute("notices", account.notifyBy());
    return "account/preferences";
  }

  @PostMapping("/einstellungen")
  String changePreferences(
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "false") String messages,
      @RequestParam(defaultValue = "false") String progress,
      Visitor visitor,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var account = account(visitor);
    var chosen =
        page.languages().stream()
            .filter(known -> known.code().equals(language))
            .map(known -> Locale.forLanguageTag(known.code()))
            .findFirst()
            .orElse(account.language());
    accounts.changePreferences(
        account.id(), chosen, new NotifyBy(messages.equals("true"), progress.equals("true")));
    locales.setLocale(request, response, chosen);
    return saved(redirect);
  }

  private String saved(RedirectAttributes redirect) {
    Flash.success(redirect, texts, "account.saved");
    return OVERVIEW;
  }

  private Account account(Visitor visitor) {
    return accounts.ofPage(new AccountId(visitor.accountId()));
  }

  private static String name(Account account, NameForm form, FieldErrors errors, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("business", account.business());
    model.addAttribute("errors", errors);
    return "account/name";
  }

  private static String contact(ContactForm form, FieldErrors errors, Locale locale, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("countries", ContactForm.countries(locale));
    return "account/contact";
  }
}
