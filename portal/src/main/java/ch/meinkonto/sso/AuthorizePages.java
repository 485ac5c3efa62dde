package ch.meinkonto.sso;

import ch.meinkonto.login.CurrentLogin;
import ch.meinkonto.login.ProvenLogin;
import ch.meinkonto.platform.web.Refused;
import ch.meinkonto.sso.AuthorizationRequests.Reading;
import ch.meinkonto.sso.OpenedRequests.Opened;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where an application sends people to sign in (OpenID Connect Core §3.1.2): they log in, prove
 * more if it must be, agree, and go back. An ordinary page of the portal, behind its own login.
 */
@Controller
class AuthorizePages {

  private final OpenedRequests requests;
  private final PendingRequests pending;
  private final Decisions decisions;
  private final Granting granting;
  private final Consents consents;
  private final CurrentLogin logins;
  private final Leaving leaving;

  AuthorizePages(
      OpenedRequests requests,
      PendingRequests pending,
      Decisions decisions,
      Granting granting,
      Consents consents,
      CurrentLogin logins,
      Leaving leaving) {
    this.requests = requests;
    this.pending = pending;
    this.decisions = decisions;
    this.granting = granting;
    this.consents = consents;
    this.logins = logins;
    this.leaving = leaving;
  }

  /** Another site's form brings no cookie along; the same address, opened, does. */
  @PostMapping(SsoPaths.AUTHORIZE)
  ModelAndView sent(@RequestParam MultiValueMap<String, String> parameters) {
    var address = UriComponentsBuilder.fromPath(SsoPaths.AUTHORIZE);
    parameters.forEach((name, values) ->
        values.forEach(value -> address.queryParam(Encoded.text(name), Encoded.text(value))));
    return Leaving.redirect(address.build(true).toUri());
  }

  @GetMapping(SsoPaths.AUTHORIZE)
  ModelAndView authorize(
      @RequestParam MultiValueMap<String, String> parameters, ServletWebRequest browser) {
    var opened = requests.open(parameters);
    return opened.isPresent() ? answer(opened.get(), browser) : expired();
  }

  private ModelAndView answer(Opened opened, ServletWebRequest browser) {
    return switch (opened.reading()) {
      case Reading.Unanswerable _ -> page("sso/refused", HttpStatus.BAD_REQUEST, Map.of());
      case Reading.Refused(var target, var error) -> leaving.with(target, error, opened, browser);
      case Reading.Understood(var request) -> {
        var login = logins.find().orElse(null);
        yield answer(request, login, opened, browser);
      }
    };
  }

  private ModelAndView answer(
      AuthorizationRequest request,
      @Nullable ProvenLogin login,
      Opened opened,
      ServletWebRequest browser) {
    return switch (decisions.decide(request, login)) {
      case Decision.Refuse(var error) -> leaving.with(request.target(), error, opened, browser);
      case Decision.LogIn _ -> {
        Refused.LOGIN.note(browser.getRequest());
        yield Leaving.redirect(CurrentLogin.loginAddress(address(opened)));
      }
      case Decision.ProveMore _ -> {
        Refused.PROOF.note(browser.getRequest());
        yield Leaving.redirect(CurrentLogin.confirmAddress(address(opened)));
      }
      case Decision.Activate activate -> Leaving.redirect(activate.address(address(opened)));
      case Decision.OutOfReach _ -> outOfReach(request, opened);
      case Decision.AskConsent(var details) ->
          opened.requestUri() == null
              ? Leaving.redirect(address(opened))
              : ask(request, details, opened.requestUri());
      case Decision.Grant(var acr) ->
          grant(request, Objects.requireNonNull(login), acr, opened, browser);
    };
  }

  private ModelAndView grant(
      AuthorizationRequest request,
      ProvenLogin login,
      Acr acr,
      Opened opened,
      ServletWebRequest browser) {
    var sid = SessionNames.of(browser.getRequest(), login.account());
    return granting
        .grant(request, login, acr, sid, opened.requestUri())
        .map(code -> leaving.with(request.target(), code, opened, browser))
        .orElseGet(AuthorizePages::expired);
  }

  private ModelAndView ask(AuthorizationRequest request, Set<Detail> details, String requestUri) {
    return page(
        "sso/consent",
        HttpStatus.OK,
        Map.of("view", leaving.view(request.application(), details), "requestUri", requestUri));
  }

  private ModelAndView outOfReach(AuthorizationRequest request, Opened opened) {
    var back = leaving.address(request.target(), SsoError.LEVEL_NOT_REACHED);
    return page(
        "sso/out-of-reach",
        HttpStatus.FORBIDDEN,
        Map.of(
            "view", leaving.view(request.application(), Set.of()),
            "again", address(opened),
            "back", back.toString()));
  }

  /** The answer of the consent page. */
  @PostMapping(SsoPaths.CONSENT)
  ModelAndView decided(
      @RequestParam(name = "client_id", defaultValue = "") String client,
      @RequestParam(name = "request_uri", defaultValue = "") String requestUri,
      @RequestParam(defaultValue = "") String decision,
      ServletWebRequest browser) {
    var opened = requests.waiting(client, requestUri);
    var login = logins.find();
    if (opened.isEmpty()
        || login.isEmpty()
        || !(opened.get().reading() instanceof Reading.Understood(var request))) {
      return expired();
    }
    if (decision.equals("yes")) {
      consents.give(login.get().account(), request.application(), request.details());
      return Leaving.redirect(PendingRequests.address(client, requestUri));
    }
    return leaving.with(request.target(), SsoError.ACCESS_DENIED, opened.get(), browser);
  }

  /** Where the browser comes back to, from whatever is to be done first. */
  private String address(Opened opened) {
    var client = opened.parameters().getOrDefault("client_id", "");
    var requestUri =
        Optional.ofNullable(opened.requestUri())
            .orElseGet(() -> pending.keep(opened.parameters(), opened.begun()));
    return PendingRequests.address(client, requestUri);
  }

  private static ModelAndView expired() {
    return page("sso/expired", HttpStatus.GONE, Map.of());
  }

  private static ModelAndView page(String view, HttpStatus status, Map<String, ?> model) {
    var page = new ModelAndView(view, model);
    page.setStatus(status);
    return page;
  }
}
