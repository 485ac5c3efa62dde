package ch.meinkonto.platform.web;

import ch.meinkonto.platform.yaml.Localized;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The frame around what a template shows: who looks, in which language, where. Each template
 * receives it as {@code page} and hands it on to the layout. What costs something is looked for
 * when it is shown, not for every redirect.
 */
public record Page(
    Texts texts,
    Locale locale,
    String title,
    String path,
    Assets assets,
    String cityName,
    boolean demo,
    @Nullable Visitor visitor,
    Supplier<Integer> unreadThreads,
    Supplier<List<Language>> languageChoice,
    Supplier<Easy> easyChoice,
    Supplier<@Nullable Csrf> csrf,
    @Nullable Flash flash) {

  /**
   * A language the page can be read in.
   *
   * @param url the address that switches to it, here and now
   * @param canonical the lasting address of the page in this language, for search engines
   */
  public record Language(
      String code, String label, String url, String canonical, boolean current) {}

  /**
   * Easy language, where a service has it.
   *
   * @param chosen whether the visitor reads it
   * @param url the address that changes that, here and now
   */
  public record Easy(boolean chosen, String url) {}

  /** The token that a form must send back (OWASP: synchroniser token). */
  public record Csrf(String parameter, String token) {}

  /** The same page under another title. */
  public Page titled(String newTitle) {
    return new Page(
        texts,
        locale,
        newTitle,
        path,
        assets,
        cityName,
        demo,
        visitor,
        unreadThreads,
        languageChoice,
        easyChoice,
        csrf,
        flash);
  }

  /** How many threads have something new for the visitor. */
  public int unread() {
    return unreadThreads.get();
  }

  /** The languages that the page can be read in. */
  public List<Language> languages() {
    return languageChoice.get();
  }

  /** The lasting address of the page in the language it is shown in. */
  public String canonical() {
    return languages().stream()
        .filter(Language::current)
        .map(Language::canonical)
        .findFirst()
        .orElse(path);
  }

  /** BCP 47 tag of the page's language. */
  public String lang() {
    return locale.toLanguageTag();
  }

  /** Whether easy language is read where a service has it. */
  public Easy easy() {
    return easyChoice.get();
  }

  /** In which language a service that is called so is read here. */
  public Locale of(Localized<String> name) {
    return name.read(locale, easy().chosen());
  }

  /** The BCP 47 tag of that; null where it is the page’s own. */
  public @Nullable String lang(Localized<String> name) {
    var read = of(name);
    return read.equals(locale) ? null : read.toLanguageTag();
  }

  /** The text under this key in the page's language. */
  public String text(String key, Object... arguments) {
    return texts.text(locale, key, arguments);
  }

  /** The address of a static file, with its content's hash so that it can be kept for ever. */
  public String asset(String assetPath) {
    return assets.url(assetPath);
  }

  /** How the frame calls the person, null when nobody is logged in. */
  public @Nullable String visitorName() {
    return visitor == null ? null : visitor.displayName();
  }

  /**
   * The token that each form must send back; asking for it makes one when the visitor has none yet.
   */
  public @Nullable String csrfToken() {
    var token = csrf.get();
    return token == null ? null : token.token();
  }

  /** The name of the field that carries the CSRF token. */
  public String csrfParameter() {
    var token = csrf.get();
    return token == null ? "_csrf" : token.parameter();
  }

  /** Dates, times and amounts as people of this language write them. */
  public Formats formats() {
    return new Formats(locale);
  }
}
