package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Closing;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.OwnerCheck;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Closing one's account: what goes, what stays with the units, the password, goodbye. */
@Controller
class ClosingPages {

  static final String GOODBYE = "/konto/geschlossen";

  private static final String PATH = "/konto/schliessen";

  private final OwnerCheck owner;
  private final Closing closing;

  ClosingPages(OwnerCheck owner, Closing closing) {
    this.owner = owner;
    this.closing = closing;
  }

  @GetMapping(PATH)
  String explain(Model model) {
    model.addAttribute("errors", new FieldErrors());
    return "login/closing";
  }

  @PostMapping(PATH)
  String close(
      @RequestParam(defaultValue = "") String password,
      Visitor visitor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var account = new AccountId(visitor.accountId());
    var errors =
        new FieldErrors().addIf(password.isEmpty(), "password", "login.fault.password-missing");
    if (errors.none()) {
      switch (owner.check(account, password)) {
        case RIGHT -> {
          closing.close(account);
          request.getSession().invalidate();
          SecurityContextHolder.clearContext();
          return "redirect:" + GOODBYE;
        }
        case WRONG -> errors.add("password", "login.fault.current-wrong");
        case TOO_OFTEN -> errors.add("password", "login.fault.too-often");
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("errors", errors);
    return "login/closing";
  }

  @GetMapping(GOODBYE)
  String goodbye() {
    return "login/goodbye";
  }
}
