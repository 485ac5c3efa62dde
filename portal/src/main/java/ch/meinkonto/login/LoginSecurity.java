package ch.meinkonto.login;

import ch.meinkonto.platform.web.PublicPaths;
import ch.meinkonto.platform.web.SiteSecurity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** How the residents' pages ask for a login. */
@Configuration(proxyBeanMethods = false)
class LoginSecurity {

  @Bean
  AuthenticationManager authenticationManager(PasswordAuthentication password) {
    return new ProviderManager(password);
  }

  @Bean
  PublicPaths loginPaths() {
    return () ->
        List.of(
            LoginPage.PATH,
            LoginPage.PATH + "/passkey/**",
            AccessPages.PATH + "/**",
            RegistrationPages.PATH + "/**",
            ForgottenPasswordPages.PATH + "/**",
            RecoveryPages.PATH + "/**",
            ClosingPages.GOODBYE);
  }

  @Bean
  SiteSecurity login(SecurityContextRepository contexts, AskForLogin askForLogin) {
    return http -> configure(http, contexts, askForLogin);
  }

  private static void configure(
      HttpSecurity http, SecurityContextRepository contexts, AskForLogin askForLogin) {
    http.securityContext(context -> context.securityContextRepository(contexts))
        // where somebody wanted to go is in the address, not in a session
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(askForLogin))
        .logout(logout ->
            logout
                .logoutRequestMatcher(
                    PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/abmelden"))
                .logoutSuccessHandler((request, response, _) ->
                    response.sendRedirect(
                        afterLogout(request.getParameter(ReturnPath.PARAMETER)))));
  }

  /** Where somebody goes on who takes another account, else to the beginning. */
  private static String afterLogout(@Nullable String wish) {
    var wished = ReturnPath.of(wish);
    return wished.equals(ReturnPath.DEFAULT) ? "/" : wished.path();
  }
}
