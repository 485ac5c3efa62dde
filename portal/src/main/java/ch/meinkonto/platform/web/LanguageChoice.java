package ch.meinkonto.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language somebody chose; else what the browser asks for; else the city's own. Unknown ones
 * count as not chosen.
 */
final class LanguageChoice extends CookieLocaleResolver {

  private final Languages languages;

  LanguageChoice(Languages languages, boolean tls) {
    super(CookieNames.of("mk-language", "/", tls));
    this.languages = languages;
    setCookieMaxAge(Duration.ofDays(365));
    setCookieSameSite("Lax");
    setCookieHttpOnly(true);
    setCookieSecure(tls);
    setRejectInvalidCookies(false);
    setDefaultLocaleFunction(this::browserLanguage);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    var chosen = super.resolveLocale(request);
    return languages.all().contains(chosen) ? chosen : languages.all().getFirst();
  }

  private Locale browserLanguage(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return languages.all().getFirst();
    }
    var wishes = request.getLocales();
    while (wishes.hasMoreElements()) {
      var wish = Locale.of(wishes.nextElement().getLanguage());
      if (languages.all().contains(wish)) {
        return wish;
      }
    }
    return languages.all().getFirst();
  }
}
