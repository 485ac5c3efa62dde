package ch.meinkonto.sso;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.Onward;
import ch.meinkonto.sso.OpenedRequests.Opened;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Leads the browser back to an application; over one page more when a form of the portal was sent
 * on the way.
 */
@Component
class Leaving {

  private final PendingRequests pending;
  private final Directory directory;
  private final String issuer;

  Leaving(PendingRequests pending, Directory directory, PortalSettings settings) {
    this.pending = pending;
    this.directory = directory;
    this.issuer = settings.baseUrl().toString();
  }

  ModelAndView with(Answer.Target target, String code, Opened opened, ServletWebRequest browser) {
    return to(Answer.code(target, code, issuer), opened, browser);
  }

  ModelAndView with(
      Answer.Target target, SsoError error, Opened opened, ServletWebRequest browser) {
    if (opened.requestUri() != null) {
      pending.answered(opened.requestUri());
    }
    return to(address(target, error), opened, browser);
  }

  URI address(Answer.Target target, SsoError error) {
    return Answer.error(target, error, issuer);
  }

  /** An application as pages show it. */
  ApplicationView view(Application application, Set<Detail> details) {
    return view(application, details, LocaleContextHolder.getLocale());
  }

  ApplicationView view(Application application, Set<Detail> details, Locale locale) {
    var unit =
        directory
            .unit(application.unit())
            .map(found -> found.name().in(locale))
            .orElse(application.unit().value());
    return new ApplicationView(
        application.id(),
        application.name().in(locale),
        unit,
        application.purpose().in(locale),
        List.copyOf(new TreeSet<>(details)));
  }

  static ModelAndView redirect(String path) {
    return redirect(URI.create(path));
  }

  static ModelAndView redirect(URI uri) {
    var view = new RedirectView(uri.toString());
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    view.setExpandUriTemplateVariables(false);
    return new ModelAndView(view);
  }

  private static ModelAndView to(URI address, Opened opened, ServletWebRequest browser) {
    return opened.requestUri() == null
        ? redirect(address)
        : Onward.to(address, Objects.requireNonNull(browser.getResponse()));
  }
}
