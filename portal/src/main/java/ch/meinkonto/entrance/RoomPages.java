package ch.meinkonto.entrance;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.Assets;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Site;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** The frame of the waiting room's pages: knows the language, and nobody who waits. */
@Component
class RoomPages {

  private static final String LANGUAGE = "sprache";

  private final Texts texts;
  private final Assets assets;
  private final Site site;
  private final LocaleResolver languages;
  private final PortalSettings settings;

  RoomPages(
      Texts texts, Assets assets, Site site, LocaleResolver languages, PortalSettings settings) {
    this.texts = texts;
    this.assets = assets;
    this.site = site;
    this.languages = languages;
    this.settings = settings;
  }

  Page of(HttpServletRequest request, HttpServletResponse response) {
    var locale = locale(request, response);
    var city = site.cityName(locale);
    return new Page(
        texts,
        locale,
        city,
        request.getRequestURI(),
        assets,
        city,
        settings.demo(),
        null,
        () -> 0,
        () -> choice(request, locale),
        () -> new Page.Easy(false, ""),
        () -> null,
        null);
  }

  private Locale locale(HttpServletRequest request, HttpServletResponse response) {
    var wish = request.getParameter(LANGUAGE);
    return site.languages().stream()
        .filter(language -> language.toLanguageTag().equals(wish))
        .findFirst()
        .map(language -> {
          languages.setLocale(request, response, language);
          return language;
        })
        .orElseGet(() -> languages.resolveLocale(request));
  }

  private List<Page.Language> choice(HttpServletRequest request, Locale current) {
    return site.languages().stream()
        .map(language -> {
          var code = language.toLanguageTag();
          return new Page.Language(
              code,
              language.getDisplayLanguage(language),
              UriComponentsBuilder.newInstance()
                  .query(request.getQueryString())
                  .replaceQueryParam(LANGUAGE, code)
                  .build()
                  .toUriString(),
              request.getRequestURI(),
              language.equals(current));
        })
        .toList();
  }
}
