package ch.meinkonto.platform.web;

import ch.meinkonto.platform.PortalSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the {@link Page} that belongs to a request. */
@Component
class PageFrame {

  private final Texts texts;
  private final Assets assets;
  private final Languages languages;
  private final EasyLanguage easy;
  private final LocaleResolver localeResolver;
  private final PortalSettings settings;
  private final Supplier<Optional<Site>> site;
  private final Supplier<Optional<Visitors>> visitors;
  private final Supplier<List<UnreadCount>> unread;

  PageFrame(
      Texts texts,
      Assets assets,
      Languages languages,
      EasyLanguage easy,
      LocaleResolver localeResolver,
      PortalSettings settings,
      ObjectProvider<Site> site,
      ObjectProvider<Visitors> visitors,
      ObjectProvider<UnreadCount> unread) {
    this.texts = texts;
    this.assets = assets;
    this.languages = languages;
    this.easy = easy;
    this.localeResolver = localeResolver;
    this.settings = settings;
    this.site = Found.once(site);
    this.visitors = Found.once(visitors);
    this.unread = SingletonSupplier.of(() -> unread.stream().toList());
  }

  Page of(HttpServletRequest request) {
    var locale = localeResolver.resolveLocale(request);
    var visitor = visitors.get().flatMap(all -> all.current(request)).orElse(null);
    var city = site.get().map(found -> found.cityName(locale)).orElse("");
    return new Page(
        texts,
        locale,
        city,
        request.getRequestURI(),
        assets,
        city,
        settings.demo(),
        visitor,
        SingletonSupplier.of(() -> unread(visitor)),
        SingletonSupplier.of(() -> languages(request, locale)),
        SingletonSupplier.of(() -> easy(request)),
        () -> csrf(request),
        flash(request));
  }

  private int unread(@Nullable Visitor visitor) {
    return visitor == null ? 0 : unread.get().stream().mapToInt(count -> count.of(visitor)).sum();
  }

  private List<Page.Language> languages(HttpServletRequest request, Locale current) {
    return languages.all().stream()
        .map(language ->
            new Page.Language(
                language.toLanguageTag(),
                language.getDisplayLanguage(language),
                address(request, WebConfiguration.LANGUAGE_PARAMETER, language.toLanguageTag()),
                canonical(request, language),
                language.equals(current)))
        .toList();
  }

  /** What nobody chose a language for comes in the first; only the others name theirs. */
  private String canonical(HttpServletRequest request, Locale language) {
    var bare = settings.baseUrl() + request.getRequestURI();
    return language.equals(languages.all().getFirst())
        ? bare
        : bare + "?" + WebConfiguration.LANGUAGE_PARAMETER + "=" + language.toLanguageTag();
  }

  private Page.Easy easy(HttpServletRequest request) {
    var chosen = easy.chosen(request);
    return new Page.Easy(chosen, address(request, EasyLanguage.PARAMETER, chosen ? "nein" : "ja"));
  }

  private static String address(HttpServletRequest request, String parameter, String value) {
    var address = UriComponentsBuilder.fromPath(request.getRequestURI());
    if (request.getQueryString() != null) {
      address.query(request.getQueryString());
    }
    return address.replaceQueryParam(parameter, value).build().toUriString();
  }

  private static Page.@Nullable Csrf csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Page.Csrf(token.getParameterName(), token.getToken())
        : null;
  }

  private static @Nullable Flash flash(HttpServletRequest request) {
    var carried = RequestContextUtils.getInputFlashMap(request);
    return carried != null && carried.get(Flash.ATTRIBUTE) instanceof Flash flash ? flash : null;
  }
}
