package ch.meinkonto.login;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.BrowserToken;
import ch.meinkonto.account.Typed;
import ch.meinkonto.platform.web.DeviceName;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's passkeys: adding, naming and removing them; {@link FreshProofFirst} asks before. */
@Controller
@RequestMapping(PasskeyPages.PATH)
class PasskeyPages {

  static final String PATH = "/konto/passkeys";
  static final String OPTIONS = "/optionen";

  private final Accounts accounts;
  private final Passkeys passkeys;
  private final PasskeyRegistration registration;
  private final PasskeyChanges changes;
  private final Freshness freshness;
  private final SecondFactors factors;
  private final Logins logins;
  private final OtherSessions otherSessions;
  private final Texts texts;

  PasskeyPages(
      Accounts accounts,
      Passkeys passkeys,
      PasskeyRegistration registration,
      PasskeyChanges changes,
      Freshness freshness,
      SecondFactors factors,
      Logins logins,
      OtherSessions otherSessions,
      Texts texts) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.registration = registration;
    this.changes = changes;
    this.freshness = freshness;
    this.factors = factors;
    this.logins = logins;
    this.otherSessions = otherSessions;
    this.texts = texts;
  }

  @GetMapping
  String all(
      LoggedIn who,
      @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Model model) {
    var returnPath = ReturnPath.of(wish);
    var entries = passkeys.all(who.account());
    model.addAttribute("passkeys", entries);
    model.addAttribute("name", DeviceName.of(userAgent).orElse(""));
    model.addAttribute("action", returnPath.carriedBy(PATH));
    model.addAttribute("back", returnPath.path());
    model.addAttribute("codes", factors.of(who.account()).recoveryCodes());
    model.addAttribute("full", entries.size() >= Passkeys.MOST);
    return "login/passkeys";
  }

  /** What the browser needs to make one. */
  @PostMapping(OPTIONS)
  ResponseEntity<Map<String, Object>> options(
      LoggedIn who, @ModelAttribute("page") Page page, HttpServletRequest request) {
    return freshness.enough(who)
        ? ResponseEntity.ok(
            registration.options(
                accounts.ofPage(who.account()), page.cityName(), BrowserToken.of(request)))
        : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
  }

  /** Whoever makes one has it in hand and unlocked it: that proves who they are, too. */
  @PostMapping
  String add(
      LoggedIn who,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var returnPath = ReturnPath.of(wish);
    if (changes.add(
        accounts.ofPage(who.account()), answer, named(name), BrowserToken.of(request))) {
      logins.provedAgain(who, Factor.PASSKEY, request, response);
      Flash.success(redirect, texts, "login.passkey.added");
      otherSessions.offerToEnd(who, redirect);
      return "redirect:" + (returnPath.equals(ReturnPath.DEFAULT) ? PATH : returnPath.path());
    }
    Flash.warning(redirect, texts, "login.passkey.not-added");
    return "redirect:" + returnPath.carriedBy(PATH);
  }

  @PostMapping("/{id}/name")
  String rename(
      LoggedIn who,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      RedirectAttributes redirect) {
    var line = Typed.line(name);
    if (!isName(line)) {
      Flash.warning(redirect, texts, "login.passkey.no-name");
      return "redirect:" + PATH;
    }
    known(passkeys.rename(who.account(), id, line));
    Flash.success(redirect, texts, "login.passkey.renamed");
    return "redirect:" + PATH;
  }

  @PostMapping("/{id}/entfernen")
  String remove(LoggedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
    known(changes.remove(accounts.ofPage(who.account()), id));
    Flash.success(redirect, texts, "login.passkey.removed");
    otherSessions.offerToEnd(who, redirect);
    return "redirect:" + PATH;
  }

  /** The device has made its passkey already: what is no name becomes the usual one. */
  private static String named(String typed) {
    var line = Typed.line(typed);
    return isName(line) ? line : "Passkey";
  }

  private static boolean isName(String line) {
    return !line.isEmpty() && !Typed.tooLong(line) && !Typed.unprintable(line);
  }

  private static void known(boolean found) {
    if (!found) {
      throw new NotFound();
    }
  }
}
