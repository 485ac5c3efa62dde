package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a way in from outside needs of the login: lets in who proved elsewhere who they are, and
 * tells the owners of accounts what they changed there.
 */
@Component
public class OutsideLogins {

  private final Logins logins;
  private final OwnerNotices notices;
  private final OtherSessions otherSessions;

  OutsideLogins(Logins logins, OwnerNotices notices, OtherSessions otherSessions) {
    this.logins = logins;
    this.notices = notices;
    this.otherSessions = otherSessions;
  }

  /**
   * The account's owner proved elsewhere who they are: logs them in, or notes it if they are.
   *
   * @param at when they proved it there
   * @return false when somebody else is logged in in this browser
   */
  public boolean proved(
      AccountId account,
      Assurance assurance,
      Instant at,
      HttpServletRequest request,
      HttpServletResponse response) {
    var proof = new Proof(Factor.outside(assurance), at);
    var before = LoggedIn.current();
    if (before.isEmpty()) {
      logins.withProof(account, proof, request, response);
      return true;
    }
    if (!before.get().account().equals(account)) {
      return false;
    }
    logins.provedAgain(before.get(), proof, request, response);
    return true;
  }

  /** The owner changed something: mail and trust log call it the same. */
  public void changed(Account account, String what, Map<String, String> values) {
    notices.changed(account, what, values);
  }

  /** Offers with the notice that is shown next to log out everywhere else. */
  public void offerToEndOthers(RedirectAttributes redirect) {
    LoggedIn.current().ifPresent(loggedIn -> otherSessions.offerToEnd(loggedIn, redirect));
  }
}
