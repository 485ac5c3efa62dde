package ch.meinkonto.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever logs out of the portal is logged out of the applications, too. */
@Component
class EndOfSession implements LogoutHandler {

  private final SignIns signIns;
  private final LogoutNotices notices;

  EndOfSession(SignIns signIns, LogoutNotices notices) {
    this.signIns = signIns;
    this.notices = notices;
  }

  @Override
  @Transactional
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    SessionNames.find(request)
        .ifPresent(sid -> {
          signIns.ofSession(sid).forEach(notices::announce);
          signIns.endSession(sid);
        });
  }
}
