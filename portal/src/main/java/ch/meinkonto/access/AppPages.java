package ch.meinkonto.access;

import ch.meinkonto.access.Apps.App;
import ch.meinkonto.access.SignIns.Ending;
import ch.meinkonto.account.BrowserToken;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The app on the phone: what is asked, and the answer. */
@Controller
@RequestMapping(AppPages.PATH)
class AppPages {

  static final String PATH = "/access";

  /** How often a network may open the app. */
  static final Limit OPENINGS = new Limit("access-open", 60, Duration.ofMinutes(10));

  private final Apps apps;
  private final Phones phones;
  private final PhoneKeys keys;
  private final Pairings pairings;
  private final SignIns signIns;
  private final PushServices services;
  private final PushSubscriptions subscriptions;
  private final Vapid vapid;
  private final Notices notices;
  private final RateLimits limits;
  private final Texts texts;

  AppPages(
      Apps apps,
      Phones phones,
      PhoneKeys keys,
      Pairings pairings,
      SignIns signIns,
      PushServices services,
      PushSubscriptions subscriptions,
      Vapid vapid,
      Notices notices,
      RateLimits limits,
      Texts texts) {
    this.apps = apps;
    this.phones = phones;
    this.keys = keys;
    this.pairings = pairings;
    this.signIns = signIns;
    this.services = services;
    this.subscriptions = subscriptions;
    this.vapid = vapid;
    this.notices = notices;
    this.limits = limits;
    this.texts = texts;
  }

  /** A state that a page watches: it loads again when it changes. */
  record Watched(String state) {}

  /**
   * What is asked, or nothing.
   *
   * @param shown the request that the page has shown until now
   */
  @GetMapping
  String home(
      @RequestParam(name = "anfrage", required = false) @Nullable UUID shown,
      HttpServletRequest request,
      Model model) {
    var app = apps.of(request);
    model.addAttribute("state", state(app));
    if (app.isEmpty()) {
      model.addAttribute("errors", new FieldErrors());
      return "access/welcome";
    }
    if (!app.get().confirmed()) {
      model.addAttribute("number", pairings.number(app.get().phone()));
      return "access/waiting";
    }
    var asked = signIns.open(app.get().account());
    if (asked.isEmpty()) {
      var ended = Optional.ofNullable(shown).flatMap(id -> signIns.ending(app.get().account(), id));
      model.addAttribute("ended", ended.map(Ending::name).orElse(""));
      model.addAttribute("pushKey", services.any() ? vapid.publicKey() : "");
      model.addAttribute("woken", subscriptions.has(app.get().phone()));
      return "access/home";
    }
    var here = NetworkAddress.of(request).value();
    model.addAttribute("asked", AskedView.of(asked.get(), here));
    return "access/asked";
  }

  @GetMapping("/stand")
  @ResponseBody
  Watched watch(HttpServletRequest request) {
    return new Watched(state(apps.of(request)));
  }

  /** What a phone needs to show by its key that it is connected. */
  @PostMapping("/oeffnen/optionen")
  @ResponseBody
  Map<String, Object> openOptions(HttpServletRequest request) {
    return keys.asking(opening(request), Optional.empty());
  }

  @PostMapping("/oeffnen")
  String open(
      @RequestParam(defaultValue = "") String answer,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var errors = new FieldErrors();
    var network = NetworkAddress.of(request).value();
    if (limits.take(OPENINGS, network) instanceof Decision.Refused(var pause, _)) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      errors.add(FieldErrors.FORM, "access.wait", Waiting.minutes(pause));
    } else {
      var phone = keys.signed(answer, opening(request));
      if (phone.isPresent()) {
        apps.open(phone.get().id(), request, response);
        return "redirect:" + PATH;
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      errors.add(FieldErrors.FORM, "access.open.fault");
    }
    model.addAttribute("state", state(Optional.empty()));
    model.addAttribute("errors", errors);
    return "access/welcome";
  }

  /** The number comes first; only with the right one is there something to sign. */
  @PostMapping("/anfragen/{id}/optionen")
  ResponseEntity<Map<String, Object>> approveOptions(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String number,
      @ModelAttribute("page") Page page,
      HttpServletRequest request) {
    var app = app(request);
    var typed = number.strip();
    if (!typed.matches("\\d{2}")) {
      return told(HttpStatus.UNPROCESSABLE_CONTENT, page.text("access.number.missing"));
    }
    return switch (signIns.typed(app.account(), id, typed)) {
      case RIGHT ->
          signIns
              .purpose(app.account(), id)
              .map(purpose -> ResponseEntity.ok(keys.asking(purpose, Optional.of(app.account()))))
              .orElseGet(() -> told(HttpStatus.GONE, page.text("access.over")));
      case WRONG -> told(HttpStatus.UNPROCESSABLE_CONTENT, page.text("access.number.wrong"));
      case OVER -> told(HttpStatus.GONE, page.text("access.over"));
    };
  }

  /** Signed with the key of a phone of this account, whichever. */
  @PostMapping("/anfragen/{id}")
  String approve(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String answer,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    var account = app(request).account();
    var approved =
        signIns
            .purpose(account, id)
            .flatMap(purpose -> keys.signed(answer, purpose))
            .filter(phone -> phone.account().equals(account) && signIns.approve(account, id))
            .isPresent();
    if (approved) {
      Flash.success(redirect, texts, "access.approved");
    } else {
      Flash.warning(redirect, texts, "access.not-approved");
    }
    return "redirect:" + PATH;
  }

  @PostMapping("/anfragen/{id}/nein")
  String deny(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes redirect) {
    var account = app(request).account();
    var asked = signIns.deny(account, id);
    if (asked.isEmpty()) {
      Flash.warning(redirect, texts, "access.over");
    } else {
      notices.denied(account);
      var inAlready = asked.get() == SignIn.Purpose.CONFIRM;
      if (inAlready) {
        Flash.warning(redirect, texts, "access.denied.confirm");
      } else {
        Flash.success(redirect, texts, "access.denied");
      }
    }
    return "redirect:" + PATH;
  }

  @GetMapping("/handy")
  String settings(HttpServletRequest request, Model model) {
    var app = app(request);
    model.addAttribute("woken", subscriptions.has(app.phone()));
    model.addAttribute("phone", phones.find(app.account(), app.phone()).orElseThrow(NotFound::new));
    return "access/phone";
  }

  @PostMapping("/trennen")
  String disconnect(HttpServletRequest request, RedirectAttributes redirect) {
    var app = app(request);
    if (phones.remove(app.account(), app.phone())) {
      notices.disconnected(app.account());
    }
    Flash.success(redirect, texts, "access.disconnected");
    return "redirect:" + PATH;
  }

  private App app(HttpServletRequest request) {
    return apps.of(request).filter(App::confirmed).orElseThrow(NotFound::new);
  }

  private String state(Optional<App> app) {
    return app.map(known ->
            known.confirmed()
                ? signIns.open(known.account()).map(asked -> asked.id().toString()).orElse("quiet")
                : "waiting")
        .orElse("unknown");
  }

  private static String opening(HttpServletRequest request) {
    return "open/" + BrowserToken.of(request);
  }

  private static ResponseEntity<Map<String, Object>> told(HttpStatus status, String text) {
    return ResponseEntity.status(status).body(Map.of("text", text));
  }
}
