package ch.meinkonto.login;

import ch.meinkonto.account.Accounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One's recovery codes: shown once, when they are made; {@link FreshProofFirst} asks before. */
@Controller
@RequestMapping(RecoveryCodePages.PATH)
class RecoveryCodePages {

  static final String PATH = "/konto/wiederherstellungscodes";

  private final Accounts accounts;
  private final SecondFactors factors;
  private final RecoveryCodeChanges changes;
  private final OtherSessions otherSessions;

  RecoveryCodePages(
      Accounts accounts,
      SecondFactors factors,
      RecoveryCodeChanges changes,
      OtherSessions otherSessions) {
    this.accounts = accounts;
    this.factors = factors;
    this.changes = changes;
    this.otherSessions = otherSessions;
  }

  @GetMapping
  String show(LoggedIn who, Model model) {
    model.addAttribute("factors", factors.of(who.account()));
    return "login/recovery-codes";
  }

  /** The answer itself shows the codes: nothing keeps them for a page after it. */
  @PostMapping
  String renew(LoggedIn who, Model model) {
    if (!factors.any(who.account())) {
      return "redirect:" + PATH;
    }
    var account = accounts.ofPage(who.account());
    model.addAttribute("codes", changes.renew(account));
    model.addAttribute("email", account.email().value());
    model.addAttribute("elsewhere", otherSessions.any(who));
    return "login/recovery-codes-new";
  }
}
