package ch.meinkonto.login;

import ch.meinkonto.access.Pairings;
import ch.meinkonto.access.Pairings.Pairing;
import ch.meinkonto.access.Phones;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.platform.Base32;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's phones with the app Access: connecting and disconnecting; {@link FreshProofFirst} asks. */
@Controller
@RequestMapping(PhonePages.PATH)
class PhonePages {

  static final String PATH = "/konto/access";

  private static final String NEW = "/neu";

  private final Accounts accounts;
  private final Phones phones;
  private final Pairings pairings;
  private final SecondFactors factors;
  private final OwnerNotices notices;
  private final Logins logins;
  private final OtherSessions otherSessions;
  private final PortalSettings settings;
  private final Texts texts;

  PhonePages(
      Accounts accounts,
      Phones phones,
      Pairings pairings,
      SecondFactors factors,
      OwnerNotices notices,
      Logins logins,
      OtherSessions otherSessions,
      PortalSettings settings,
      Texts texts) {
    this.accounts = accounts;
    this.phones = phones;
    this.pairings = pairings;
    this.factors = factors;
    this.notices = notices;
    this.logins = logins;
    this.otherSessions = otherSessions;
    this.settings = settings;
    this.texts = texts;
  }

  @GetMapping
  String all(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Model model) {
    var next = ReturnPath.of(wish);
    var connected = phones.all(who.account());
    model.addAttribute("phones", connected);
    model.addAttribute("full", connected.size() >= Phones.MOST);
    model.addAttribute("begin", next.carriedBy(PATH + NEW));
    model.addAttribute("back", next.path());
    model.addAttribute("codes", factors.of(who.account()).recoveryCodes());
    return "login/phones";
  }

  @PostMapping(NEW)
  String begin(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish) {
    pairings.begin(who.account());
    return "redirect:" + ReturnPath.of(wish).carriedBy(PATH + NEW);
  }

  /** Shows the code, and then the phone that read it. */
  @GetMapping(NEW)
  String connect(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Model model) {
    var next = ReturnPath.of(wish);
    var pairing = pairings.find(who.account());
    if (pairing.isEmpty()) {
      return "redirect:" + next.carriedBy(PATH);
    }
    var code = pairing.get().code();
    model.addAttribute("state", state(pairing));
    model.addAttribute("offered", pairing.get().offered());
    model.addAttribute("picture", QrPicture.of(settings.baseUrl() + "/access/verbinden#" + code));
    model.addAttribute("address", settings.baseUrl() + "/access");
    model.addAttribute("typed", Base32.inGroups(code, " "));
    model.addAttribute("confirm", next.carriedBy(PATH + NEW + "/ja"));
    model.addAttribute("refuse", next.carriedBy(PATH + NEW + "/nein"));
    model.addAttribute("back", next.carriedBy(PATH));
    return "login/phone-new";
  }

  @GetMapping(NEW + "/stand")
  @ResponseBody
  Map<String, String> watch(LoggedIn who) {
    return Map.of("state", state(pairings.find(who.account())));
  }

  @PostMapping(NEW + "/ja")
  String confirm(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var next = ReturnPath.of(wish);
    if (pairings.confirm(who.account()).isEmpty()) {
      Flash.warning(redirect, texts, "login.phone.not-added");
      return "redirect:" + next.carriedBy(PATH);
    }
    notices.changed(accounts.ofPage(who.account()), "access-added");
    // the phone asked its owner for finger, face or PIN, and they said here that it is theirs
    logins.provedAgain(who, Factor.ACCESS, request, response);
    Flash.success(redirect, texts, "login.phone.added");
    otherSessions.offerToEnd(who, redirect);
    return "redirect:" + (next.equals(ReturnPath.DEFAULT) ? PATH : next.path());
  }

  @PostMapping(NEW + "/nein")
  String refuse(
      LoggedIn who,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      RedirectAttributes redirect) {
    pairings.cancel(who.account());
    Flash.success(redirect, texts, "login.phone.refused");
    return "redirect:" + ReturnPath.of(wish).carriedBy(PATH);
  }

  @PostMapping("/{id}/entfernen")
  String remove(LoggedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
    if (!phones.remove(who.account(), id)) {
      throw new NotFound();
    }
    notices.changed(accounts.ofPage(who.account()), "access-removed");
    Flash.success(redirect, texts, "login.phone.removed");
    otherSessions.offerToEnd(who, redirect);
    return "redirect:" + PATH;
  }

  private static String state(Optional<Pairing> pairing) {
    return pairing.map(found -> found.offered() == null ? "waiting" : "offered").orElse("over");
  }
}
