package ch.meinkonto.login;

import ch.meinkonto.platform.web.PublicPaths;
import ch.meinkonto.platform.web.SiteSecurity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
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
            RegistrationPages.PATH + "/**",
            ForgottenPasswordPages.PATH + "/**",
            ClosingPages.GOODBYE);
  }

  @Bean
  SiteSecurity login(SecurityContextRepository contexts) {
    return http -> configure(http, contexts);
  }

  private static void configure(HttpSecurity http, SecurityContextRepository contexts) {
    http.securityContext(context -> context.securityContextRepository(contexts))
        // where somebody wanted to go is in the address, not in a session
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(LoginSecurity::askForLogin))
        .logout(logout ->
            logout
                .logoutRequestMatcher(
                    PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/abmelden"))
                .logoutSuccessUrl("/"));
  }

  private static void askForLogin(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    var wish = request.getRequestURI();
    if (!request.getMethod().equals("GET")) {
      wish = ReturnPath.DEFAULT.path();
    } else if (request.getQueryString() != null) {
      wish += "?" + request.getQueryString();
    }
    response.sendRedirect(ReturnPath.of(wish).carriedBy(LoginPage.PATH));
  }
}
