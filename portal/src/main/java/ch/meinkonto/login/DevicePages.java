package ch.meinkonto.login;

import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one is logged in, and how to end that (OWASP ASVS 5.0, 7.5.2). */
@Controller
@RequestMapping(DevicePages.PATH)
class DevicePages {

  static final String PATH = "/konto/geraete";
  static final String END_ALL = PATH + "/abmelden";

  private final Sessions sessions;
  private final TrustLog trust;
  private final Texts texts;

  DevicePages(Sessions sessions, TrustLog trust, Texts texts) {
    this.sessions = sessions;
    this.trust = trust;
    this.texts = texts;
  }

  @GetMapping
  String all(LoggedIn who, HttpServletRequest request, Model model) {
    model.addAttribute("sessions", sessions.open(who.account(), request.getSession().getId()));
    return "login/devices";
  }

  @PostMapping("/{reference}/abmelden")
  String end(LoggedIn who, @PathVariable String reference, RedirectAttributes redirect) {
    if (!sessions.end(who.account(), reference)) {
      throw new NotFound();
    }
    Flash.success(redirect, texts, "login.devices.ended");
    return "redirect:" + PATH;
  }

  @PostMapping("/abmelden")
  String endOthers(LoggedIn who, HttpServletRequest request, RedirectAttributes redirect) {
    endOthers(who, request, "your-wish");
    Flash.success(redirect, texts, "login.devices.all-ended");
    return "redirect:" + PATH;
  }

  /** "That was not me": whoever it was is out, and cannot come back with the old password. */
  @PostMapping("/nicht-ich")
  String notMe(LoggedIn who, HttpServletRequest request, RedirectAttributes redirect) {
    endOthers(who, request, "security");
    Flash.warning(redirect, texts, "login.devices.not-me.next");
    return "redirect:/konto/passwort";
  }

  private void endOthers(LoggedIn who, HttpServletRequest request, String ground) {
    if (sessions.endOthers(who.account(), request.getSession().getId()) > 0) {
      trust.record(
          new TrustEntry(who.getPrincipal(), "logout-everywhere", TrustEntry.YOU, "", ground));
    }
  }
}
