package ch.meinkonto.platform.web;

import java.io.Serializable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A notice that is shown once, on the page after a redirect.
 *
 * @param kind {@code success}, {@code info}, {@code warning} or {@code danger}
 * @param text key of the text, resolved in the language of the page that shows it
 */
public record Flash(String kind, String text) implements Serializable {

  static final String ATTRIBUTE = "flash";

  /** Shows the text under {@code key} as a success on the page that is redirected to. */
  public static void success(RedirectAttributes redirect, Texts texts, String key, Object... args) {
    redirect.addFlashAttribute(
        ATTRIBUTE, new Flash("success", texts.text(LocaleContextHolder.getLocale(), key, args)));
  }

  /** Shows the text under {@code key} as a warning on the page that is redirected to. */
  public static void warning(RedirectAttributes redirect, Texts texts, String key, Object... args) {
    redirect.addFlashAttribute(
        ATTRIBUTE, new Flash("warning", texts.text(LocaleContextHolder.getLocale(), key, args)));
  }
}
