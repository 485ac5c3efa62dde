package ch.meinkonto.sso;

import ch.meinkonto.catalogue.Reach;
import ch.meinkonto.platform.web.PublicPaths;
import ch.meinkonto.platform.web.SiteSecurity;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** What single sign-on adds to the residents' pages, and its timed work. */
@Configuration(proxyBeanMethods = false)
class SsoConfiguration {

  @Bean
  PublicPaths ssoPaths() {
    return () ->
        List.of(
            SsoPaths.DISCOVERY,
            SsoPaths.KEYS,
            SsoPaths.AUTHORIZE,
            SsoPaths.USER_INFO,
            SsoPaths.LOGOUT,
            SsoPaths.LOGOUT_CONFIRMED,
            SsoPaths.LOGGED_OUT,
            Reach.ByApplication.PATH + "/*");
  }

  /**
   * What applications may send from their own pages, where none of our tokens is: the first two
   * only lead to the same address with GET, the third listens to nothing but its own token.
   */
  @Bean
  SiteSecurity ssoDoors() {
    var sentFromOutside =
        List.of(SsoPaths.AUTHORIZE, SsoPaths.LOGOUT, SsoPaths.USER_INFO).stream()
            .map(path -> PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path))
            .toArray(PathPatternRequestMatcher[]::new);
    return http -> http.csrf(csrf -> csrf.ignoringRequestMatchers(sentFromOutside));
  }

  @Bean
  RecurringTask<Void> eraseOldSignIns(
      SignIns signIns,
      PendingRequests requests,
      ClientAssertions assertions,
      LogoutTokens logouts) {
    return Tasks.recurring("sso-erase", FixedDelay.ofMinutes(10))
        .execute((_, _) -> {
          requests.eraseOld();
          signIns.eraseOld();
          assertions.eraseOld();
          logouts.eraseOld();
        });
  }

  @Bean
  RecurringTask<Void> rotateOpenIdKeys(OpenIdKeys keys) {
    return Tasks.recurring("sso-rotate-keys", FixedDelay.ofHours(1))
        .execute((_, _) -> keys.rotate());
  }
}
