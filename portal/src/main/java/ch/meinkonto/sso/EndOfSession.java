package ch.meinkonto.sso;

import org.springframework.context.event.EventListener;
import org.springframework.session.Session;
import org.springframework.session.events.SessionDeletedEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A session that is ended is ended at the applications, too: by logging out, on the page of
 * devices, by a new password or a recovery (OpenID Connect Back-Channel Logout 1.0).
 */
@Component
class EndOfSession {

  private final SignIns signIns;
  private final LogoutNotices notices;

  EndOfSession(SignIns signIns, LogoutNotices notices) {
    this.signIns = signIns;
    this.notices = notices;
  }

  @EventListener
  @Transactional
  public void on(SessionDeletedEvent event) {
    SessionNames.find(event.<Session>getSession())
        .ifPresent(sid -> {
          signIns.ofSession(sid).forEach(notices::announce);
          signIns.endSession(sid);
        });
  }
}
