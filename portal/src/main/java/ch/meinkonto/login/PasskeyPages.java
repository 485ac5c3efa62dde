package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.Typed;
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

/** One's passkeys: adding, naming and removing them, for who has just proved who they are. */
@Controller
@RequestMapping(PasskeyPages.PATH)
class PasskeyPages {

  static final String PATH = "/konto/passkeys";

  private final Accounts accounts;
  private final Passkeys passkeys;
  private final PasskeyCeremonies ceremonies;
  private final PasskeyChanges changes;
  private final Freshness freshness;
  private final Logins logins;
  private final Texts texts;

  PasskeyPages(
      Accounts accounts,
      Passkeys passkeys,
      PasskeyCeremonies ceremonies,
      PasskeyChanges changes,
      Freshness freshness,
      Logins logins,
      Texts texts) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.ceremonies = ceremonies;
    this.changes = changes;
    this.freshness = freshness;
    this.logins = logins;
    this.texts = texts;
  }

  @GetMapping
  String all(
      LoggedIn who,
      @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent,
      Model model) {
    if (!freshness.enough(who)) {
      return confirmFirst();
    }
    var entries = passkeys.all(who.account());
    model.addAttribute("passkeys", entries);
    model.addAttribute("name", DeviceName.of(userAgent).orElse(""));
    model.addAttribute("full", entries.size() >= PasskeyChanges.MOST);
    return "login/passkeys";
  }

  /** What the browser needs to make one. */
  @PostMapping("/optionen")
  ResponseEntity<Map<String, Object>> options(LoggedIn who, @ModelAttribute("page") Page page) {
    return freshness.enough(who)
        ? ResponseEntity.ok(ceremonies.creation(account(who), page.cityName()))
        : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
  }

  /** Whoever makes one has it in hand and unlocked it: that proves who they are, too. */
  @PostMapping
  String add(
      LoggedIn who,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    if (!freshness.enough(who)) {
      return confirmFirst();
    }
    if (changes.add(account(who), answer, named(name))) {
      logins.provedAgain(who, Factor.PASSKEY, request, response);
      Flash.success(redirect, texts, "login.passkey.added");
    } else {
      Flash.warning(redirect, texts, "login.passkey.not-added");
    }
    return "redirect:" + PATH;
  }

  @PostMapping("/{id}/name")
  String rename(
      LoggedIn who,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      RedirectAttributes redirect) {
    if (!freshness.enough(who)) {
      return confirmFirst();
    }
    known(passkeys.rename(who.account(), id, named(name)));
    Flash.success(redirect, texts, "login.passkey.renamed");
    return "redirect:" + PATH;
  }

  @PostMapping("/{id}/entfernen")
  String remove(LoggedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
    if (!freshness.enough(who)) {
      return confirmFirst();
    }
    known(changes.remove(account(who), id));
    Flash.success(redirect, texts, "login.passkey.removed");
    return "redirect:" + PATH;
  }

  private Account account(LoggedIn who) {
    return accounts.find(who.account()).orElseThrow(NotFound::new);
  }

  /** A name is for its owner's eyes; what is none becomes the usual one. */
  private static String named(String typed) {
    var line = Typed.line(typed);
    return line.isEmpty() || Typed.tooLong(line) || Typed.unprintable(line) ? "Passkey" : line;
  }

  private static String confirmFirst() {
    return "redirect:" + new ReturnPath(PATH).carriedBy(ConfirmPages.PATH);
  }

  private static void known(boolean found) {
    if (!found) {
      throw new NotFound();
    }
  }
}
