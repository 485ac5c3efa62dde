package ch.meinkonto.sso;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.crypto.RandomTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.session.Session;

/**
 * Under which name applications know the session of a browser. It is not the session's own id,
 * which would open it, and lasts when that changes.
 */
final class SessionNames {

  private static final String ATTRIBUTE = "sso";

  private SessionNames() {}

  /** The name, made if there is none yet. */
  static String of(HttpServletRequest request, AccountId account) {
    return find(request, account)
        .orElseGet(() -> {
          var name = RandomTokens.next();
          request.getSession().setAttribute(ATTRIBUTE, account + " " + name);
          return name;
        });
  }

  /** The name, if this account's session has one. */
  static Optional<String> find(HttpServletRequest request, AccountId account) {
    return attribute(request)
        .filter(text -> text.startsWith(account + " "))
        .map(text -> text.substring(text.indexOf(' ') + 1));
  }

  /** The name of a session that is over, if it has one. */
  static Optional<String> find(Session session) {
    return session.getAttribute(ATTRIBUTE) instanceof String text
        ? Optional.of(text.substring(text.indexOf(' ') + 1))
        : Optional.empty();
  }

  private static Optional<String> attribute(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
