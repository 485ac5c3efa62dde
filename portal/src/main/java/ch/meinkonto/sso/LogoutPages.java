package ch.meinkonto.sso;

import ch.meinkonto.login.CurrentLogin;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.Onward;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Logging out from within an application (OpenID Connect RP-Initiated Logout 1.0). Without an ID
 * token of this very session the person is asked first: otherwise any page could log people out.
 */
@Controller
class LogoutPages {

  private static final int LONGEST = 1_000;

  private final RegisteredApplications applications;
  private final IdTokenHints hints;
  private final CurrentLogin logins;
  private final PortalSettings settings;

  LogoutPages(
      RegisteredApplications applications,
      IdTokenHints hints,
      CurrentLogin logins,
      PortalSettings settings) {
    this.applications = applications;
    this.hints = hints;
    this.logins = logins;
    this.settings = settings;
  }

  /**
   * What an application asks.
   *
   * @param client which it says it is
   * @param wish where it wants people to go afterwards
   */
  private record Wish(@Nullable String client, @Nullable String wish, @Nullable String state) {}

  /** Another site's form brings no cookie along; the same address, opened, does. */
  @PostMapping(SsoPaths.LOGOUT)
  ModelAndView sent(@RequestParam Map<String, String> parameters) {
    var address = UriComponentsBuilder.fromPath(SsoPaths.LOGOUT);
    parameters.forEach(
        (name, value) -> address.queryParam(Encoded.text(name), Encoded.text(value)));
    return Leaving.redirect(address.build(true).toUri());
  }

  @GetMapping(SsoPaths.LOGOUT)
  ModelAndView ask(
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response) {
    var hint = Optional.ofNullable(parameters.get("id_token_hint")).flatMap(hints::read);
    var named = parameters.get("client_id");
    var client = hint.map(IdTokenHints.Hint::client).orElse(named);
    var contradicts = named != null && !named.equals(client);
    var wish =
        new Wish(
            contradicts ? null : client,
            parameters.get("post_logout_redirect_uri"),
            parameters.get("state"));
    var login = logins.find();
    var thisSession =
        login
            .flatMap(who -> SessionNames.find(request, who.account()))
            .filter(sid -> hint.filter(h -> sid.equals(h.sid())).isPresent());
    if (login.isPresent() && (thisSession.isEmpty() || contradicts)) {
      return confirmation(wish);
    }
    end(request, response);
    // Whom no ID token names may not have sent the browser here at all.
    return hint.isPresent()
        ? address(wish).map(Leaving::redirect).orElseGet(LogoutPages::loggedOut)
        : loggedOut();
  }

  private static ModelAndView confirmation(Wish wish) {
    var model = new HashMap<String, Object>();
    model.put("client", wish.client() == null ? "" : wish.client());
    model.put("wish", wish.wish() == null ? "" : wish.wish());
    model.put("state", wish.state() == null ? "" : wish.state());
    return new ModelAndView("sso/logout", model);
  }

  @PostMapping(SsoPaths.LOGOUT_CONFIRMED)
  ModelAndView confirmed(
      @RequestParam(name = "client_id", defaultValue = "") String client,
      @RequestParam(name = "post_logout_redirect_uri", defaultValue = "") String wish,
      @RequestParam(defaultValue = "") String state,
      HttpServletRequest request,
      HttpServletResponse response) {
    end(request, response);
    return address(new Wish(client, wish, state.isEmpty() ? null : state))
        .map(address -> Onward.to(address, response))
        .orElseGet(LogoutPages::loggedOut);
  }

  @GetMapping(SsoPaths.LOGGED_OUT)
  ModelAndView goodbye() {
    return new ModelAndView("sso/logged-out", HttpStatus.OK);
  }

  private void end(HttpServletRequest request, HttpServletResponse response) {
    var login = SecurityContextHolder.getContext().getAuthentication();
    if (logins.find().isPresent()) {
      new SecurityContextLogoutHandler().logout(request, response, login);
    }
  }

  /** Only to an address that the application has registered for this. */
  private Optional<URI> address(Wish wish) {
    return Optional.ofNullable(wish.client())
        .flatMap(applications::find)
        .filter(application ->
            Addresses.contain(application.afterLogout(), wish.wish(), settings.demo()))
        .map(_ -> {
          var address = UriComponentsBuilder.fromUriString(String.valueOf(wish.wish()));
          if (wish.state() != null && wish.state().length() <= LONGEST) {
            address.queryParam("state", Encoded.text(wish.state()));
          }
          return address.build(true).toUri();
        });
  }

  private static ModelAndView loggedOut() {
    return Leaving.redirect(SsoPaths.LOGGED_OUT);
  }
}
