package ch.meinkonto.login;

import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Who has changed how they log in is offered to log out everywhere else (OWASP ASVS 5.0, 7.4.3):
 * whoever came in the old way stays in otherwise.
 */
@Component
class OtherSessions {

  private final Sessions sessions;
  private final Texts texts;

  OtherSessions(Sessions sessions, Texts texts) {
    this.sessions = sessions;
    this.texts = texts;
  }

  /** Whether the account is open elsewhere, too: this session is one of them. */
  boolean any(LoggedIn who) {
    return sessions.open(who.account(), "").size() > 1;
  }

  /** Adds the offer to the notice on the page that is redirected to. */
  void offerToEnd(LoggedIn who, RedirectAttributes redirect) {
    if (any(who)) {
      Flash.offer(
          redirect,
          new Flash.Offer(
              text("login.devices.elsewhere"), text("login.devices.end-all"), DevicePages.END_ALL));
    }
  }

  private String text(String key) {
    return texts.text(LocaleContextHolder.getLocale(), key);
  }
}
