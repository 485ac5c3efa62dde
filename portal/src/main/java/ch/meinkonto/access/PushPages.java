package ch.meinkonto.access;

import ch.meinkonto.access.Apps.App;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Switches on and off that the app is woken, and the script that is. */
@Controller
@RequestMapping(AppPages.PATH)
class PushPages {

  /** Runs in the phone's browser without a page (W3C Service Workers). */
  static final String WORKER = "/helfer.js";

  private static final String LANGUAGE = "sprache";
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

  private final Apps apps;
  private final PushSubscriptions subscriptions;
  private final PushServices services;
  private final JsonMapper json;
  private final Texts texts;

  PushPages(
      Apps apps,
      PushSubscriptions subscriptions,
      PushServices services,
      JsonMapper json,
      Texts texts) {
    this.apps = apps;
    this.subscriptions = subscriptions;
    this.services = services;
    this.json = json;
    this.texts = texts;
  }

  /** In the language of the page that registered it: browsers fetch it again without one. */
  @GetMapping(WORKER)
  @ResponseBody
  ResponseEntity<String> worker(
      @RequestParam(name = LANGUAGE, defaultValue = "") String wish,
      @ModelAttribute("page") Page page) {
    var known = page.languages().stream().anyMatch(one -> one.code().equals(wish));
    var language = known ? Locale.of(wish) : page.locale();
    var notice =
        Map.of(
            "title", texts.text(language, "access.name") + " " + page.cityName(),
            "body", texts.text(language, "access.push.notice"),
            "icon", page.asset("/assets/icon/access-192.png"));
    return ResponseEntity.ok()
        .contentType(SCRIPT)
        .cacheControl(CacheControl.noCache())
        .header("Service-Worker-Allowed", AppPages.PATH)
        .body(
            """
            const app = %s, notice = %s;
            addEventListener("push", (event) => event.waitUntil(
              registration.showNotification(notice.title,
                { body: notice.body, icon: notice.icon, lang: "%s", tag: "access", renotify: true })));
            addEventListener("notificationclick", (event) => {
              event.notification.close();
              event.waitUntil(clients.matchAll({ type: "window" }).then((open) => {
                const there = open.find((one) => new URL(one.url).pathname.startsWith(app));
                return there ? there.navigate(app).then((one) => one?.focus()) : clients.openWindow(app);
              }));
            });
            """
                .formatted(
                    json.writeValueAsString(AppPages.PATH),
                    json.writeValueAsString(notice),
                    language.getLanguage()));
  }

  @PostMapping("/push")
  String subscribe(
      @RequestParam(defaultValue = "") String endpoint,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    var app = app(request);
    services
        .endpoint(endpoint)
        .ifPresentOrElse(
            known -> {
              subscriptions.put(app, known);
              Flash.success(redirect, texts, "access.push.on");
            },
            () -> Flash.warning(redirect, texts, "access.push.unknown"));
    return "redirect:" + AppPages.PATH;
  }

  @PostMapping("/push/aus")
  String unsubscribe(HttpServletRequest request, RedirectAttributes redirect) {
    subscriptions.remove(app(request).phone());
    Flash.success(redirect, texts, "access.push.off");
    return "redirect:" + AppPages.PATH + "/handy";
  }

  private App app(HttpServletRequest request) {
    return apps.of(request).filter(App::confirmed).orElseThrow(NotFound::new);
  }
}
