package ch.meinkonto.federation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.federation.OutsideRequest.Purpose;
import ch.meinkonto.login.CurrentLogin;
import ch.meinkonto.login.OutsideLogins;
import ch.meinkonto.login.ReturnPath;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Onward;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way to a provider and back: to log in, to prove once more who one is, to connect with it. */
@Controller
class OutsidePages {

  static final String PATH = "/anmelden/mit";
  static final String CONFIRM = "/anmelden/bestaetigen/verbunden";

  /** How often a network may set out or come back. */
  static final Limit TRIPS = new Limit("federation-trips", 60, Duration.ofMinutes(10));

  private static final Logger LOG = LoggerFactory.getLogger(OutsidePages.class);

  private final OpenIdProviders providers;
  private final OutsideRequests requests;
  private final RequestCookie cookie;
  private final Connected connected;
  private final OutsideLogins logins;
  private final RateLimits limits;
  private final Texts texts;

  OutsidePages(
      OpenIdProviders providers,
      OutsideRequests requests,
      RequestCookie cookie,
      Connected connected,
      OutsideLogins logins,
      RateLimits limits,
      Texts texts) {
    this.providers = providers;
    this.requests = requests;
    this.cookie = cookie;
    this.connected = connected;
    this.logins = logins;
    this.limits = limits;
    this.texts = texts;
  }

  /** Where a provider sends people back to. */
  static String back(String provider) {
    return PATH + "/" + provider + "/zurueck";
  }

  @PostMapping(PATH + "/{provider}")
  ModelAndView logIn(
      @PathVariable("provider") String id,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Optional<Visitor> visitor,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var goOn = ReturnPath.of(wish).path();
    return visitor.isPresent()
        ? to(goOn)
        : leave(provider(id), Purpose.LOGIN, null, goOn, request, response, redirect);
  }

  @PostMapping(CONFIRM)
  ModelAndView confirm(
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wish,
      Visitor visitor,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var goOn = ReturnPath.of(wish).path();
    return connected
        .strong(new AccountId(visitor.accountId()))
        .map(provider ->
            leave(
                provider, Purpose.CONFIRM, visitor.accountId(), goOn, request, response, redirect))
        .orElseGet(() -> to(CurrentLogin.confirmAddress(goOn)));
  }

  @PostMapping(ConnectedPages.PATH + "/{provider}/verbinden")
  ModelAndView connect(
      @PathVariable("provider") String id,
      Visitor visitor,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return leave(
        provider(id),
        Purpose.CONNECT,
        visitor.accountId(),
        ConnectedPages.PATH,
        request,
        response,
        redirect);
  }

  @GetMapping(PATH + "/{provider}/zurueck")
  String back(
      @PathVariable("provider") String id,
      @RequestParam Map<String, String> parameters,
      Optional<Visitor> visitor,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var provider = provider(id);
    var name = provider.name().in(locale);
    var begun = cookie.take(request, response).filter(one -> one.provider().equals(id));
    if (begun.isEmpty() || !begins(begun.get(), visitor)) {
      Flash.warning(redirect, texts, "federation.fault.over", name);
      return "redirect:" + (visitor.isPresent() ? "/konto" : CurrentLogin.loginAddress("/konto"));
    }
    var outside = begun.get();
    var where = "redirect:" + whence(outside);
    if (tooMany(request, redirect)) {
      return where;
    }
    return switch (requests.answer(provider, outside, parameters)) {
      case Answer.Proved proved ->
          arrive(provider, name, outside, proved, request, response, redirect);
      case Answer.Cancelled() -> warn(redirect, "federation.fault.cancelled", name, where);
      case Answer.TooWeak() -> warn(redirect, "federation.fault.weak", name, where);
      case Answer.Silent() -> warn(redirect, "federation.fault.silent", name, where);
      case Answer.Refused(var why) -> {
        LOG.warn("What “{}” answered is refused: {}", provider.id(), why);
        yield warn(redirect, "federation.fault.refused", name, where);
      }
    };
  }

  private String arrive(
      Provider provider,
      String name,
      OutsideRequest outside,
      Answer.Proved proved,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var where = "redirect:" + whence(outside);
    if (outside.purpose() == Purpose.CONNECT) {
      var account = new AccountId(UUID.fromString(String.valueOf(outside.account())));
      if (!connected.connect(account, provider, proved)) {
        return warn(redirect, "federation.fault.taken", name, where);
      }
      logins.proved(account, proved.assurance(), proved.at(), request, response);
      Flash.success(redirect, texts, "federation.connected", name);
      logins.offerToEndOthers(redirect);
      return where;
    }
    var owner = connected.use(proved);
    if (owner.isEmpty()) {
      return warn(redirect, "federation.fault.unknown", name, where);
    }
    return logins.proved(owner.get(), proved.assurance(), proved.at(), request, response)
        ? "redirect:" + outside.goOn()
        : warn(redirect, "federation.fault.another", name, where);
  }

  /** Whether this browser's person is the one who set out. */
  private static boolean begins(OutsideRequest begun, Optional<Visitor> visitor) {
    return begun.account() == null
        || visitor.filter(known -> known.accountId().equals(begun.account())).isPresent();
  }

  private ModelAndView leave(
      Provider provider,
      Purpose purpose,
      @Nullable UUID account,
      String goOn,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var begun = requests.begin(provider, purpose, account, goOn);
    if (tooMany(request, redirect)) {
      return to(whence(begun));
    }
    var locale = LocaleContextHolder.getLocale();
    try {
      var address = requests.address(provider, begun, locale);
      cookie.write(begun, request, response);
      return Onward.to(address, response);
    } catch (Unreachable e) {
      LOG.warn(e.getMessage(), e);
      Flash.warning(redirect, texts, "federation.fault.silent", provider.name().in(locale));
      return to(whence(begun));
    }
  }

  private boolean tooMany(HttpServletRequest request, RedirectAttributes redirect) {
    var network = NetworkAddress.of(request).value();
    if (limits.take(TRIPS, network) instanceof Decision.Refused(var pause, _)) {
      Flash.warning(redirect, texts, "federation.fault.wait", Waiting.minutes(pause));
      return true;
    }
    return false;
  }

  /** The page from which they set out. */
  private static String whence(OutsideRequest begun) {
    return switch (begun.purpose()) {
      case LOGIN -> CurrentLogin.loginAddress(begun.goOn());
      case CONFIRM -> CurrentLogin.confirmAddress(begun.goOn());
      case CONNECT -> ConnectedPages.PATH;
    };
  }

  private String warn(RedirectAttributes redirect, String key, String name, String where) {
    Flash.warning(redirect, texts, key, name);
    return where;
  }

  private Provider provider(String id) {
    return providers.find(id).orElseThrow(NotFound::new);
  }

  private static ModelAndView to(String path) {
    return new ModelAndView("redirect:" + path);
  }
}
