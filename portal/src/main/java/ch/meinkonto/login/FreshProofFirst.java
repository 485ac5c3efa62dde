package ch.meinkonto.login;

import ch.meinkonto.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Before pages that change how somebody logs in or is reached, or who may act for them, they prove
 * once more who they are (OWASP ASVS 7.5.1; NIST SP 800-63B-4, section 4.1.2). Where the page's own
 * form asks for the password, a second factor is asked for besides, if there is one: a stolen
 * password alone changes nothing.
 */
@Configuration(proxyBeanMethods = false)
class FreshProofFirst implements WebMvcConfigurer {

  /** Besides the pages of the second factors. */
  private static final List<Guarded> GUARDED =
      List.of(
          new Guarded(RecoveryCodePages.PATH, Asked.STRONGEST),
          new Guarded("/konto/vollmachten/neu", Asked.STRONGEST),
          new Guarded("/konto/email", Asked.SECOND_FACTOR_IF_ANY),
          new Guarded("/konto/kontakt", Asked.SECOND_FACTOR_IF_ANY),
          new Guarded("/konto/passwort", Asked.SECOND_FACTOR_IF_ANY),
          new Guarded(DevicePages.PATH, Asked.ANY_TO_CHANGE));

  /** A script asks for options and can follow nowhere; an offer changes nothing yet. */
  private static final List<String> UNGUARDED =
      List.of(PasskeyPages.PATH + PasskeyPages.OPTIONS, PasskeyOffer.PATH);

  private final Freshness freshness;
  private final List<SecondFactor> factors;

  FreshProofFirst(Freshness freshness, List<SecondFactor> factors) {
    this.freshness = freshness;
    this.factors = List.copyOf(factors);
  }

  /** Which fresh proof is asked for. */
  private enum Asked {
    /** A second factor where there is one, otherwise the password. */
    STRONGEST,
    /** A second factor where there is one, otherwise nothing: the page asks for the password. */
    SECOND_FACTOR_IF_ANY,
    /** Any one factor, and nothing for looking. */
    ANY_TO_CHANGE
  }

  /** A page with all below it. */
  private record Guarded(String page, Asked asked) {}

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var ofFactors = factors.stream().map(factor -> new Guarded(factor.page(), Asked.STRONGEST));
    Stream.concat(ofFactors, GUARDED.stream())
        .forEach(guarded ->
            registry
                .addInterceptor(new Guard(guarded))
                .addPathPatterns(guarded.page() + "/**")
                .excludePathPatterns(UNGUARDED));
  }

  private final class Guard implements HandlerInterceptor {

    private final Guarded guarded;

    Guard(Guarded guarded) {
      this.guarded = guarded;
    }

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws IOException {
      if (passes(request)) {
        return true;
      }
      Refused.PROOF.note(request);
      response.sendRedirect(ReturnPath.of(asked(request)).carriedBy(ConfirmPages.PATH));
      return false;
    }

    /** The page with what its address carries on; what was sent is sent again from there. */
    private String asked(HttpServletRequest request) {
      var path = request.getMethod().equals("GET") ? request.getRequestURI() : guarded.page();
      return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private boolean passes(HttpServletRequest request) {
      return LoggedIn.current().filter(who -> !passes(who, request)).isEmpty();
    }

    private boolean passes(LoggedIn who, HttpServletRequest request) {
      return switch (guarded.asked()) {
        case STRONGEST -> freshness.enough(who);
        case SECOND_FACTOR_IF_ANY -> freshness.enoughIfStrong(who);
        case ANY_TO_CHANGE -> request.getMethod().equals("GET") || freshness.byAnyFactor(who);
      };
    }
  }
}
