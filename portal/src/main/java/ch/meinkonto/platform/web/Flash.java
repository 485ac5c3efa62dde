package ch.meinkonto.platform.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A notice that is shown once, on the page after a redirect.
 *
 * @param kind {@code success}, {@code info}, {@code warning} or {@code danger}
 * @param text the text, in the language of the page that shows it
 * @param offer what can be done about it, if there is something
 */
public record Flash(String kind, String text, @Nullable Offer offer) implements Serializable {

  static final String ATTRIBUTE = "flash";

  /**
   * A button below the text.
   *
   * @param text why one might want to press it
   * @param button what stands on it
   * @param address where its form is sent to
   */
  public record Offer(String text, String button, String address) implements Serializable {}

  /** Shows the text under {@code key} as a success on the page that is redirected to. */
  public static void success(RedirectAttributes redirect, Texts texts, String key, Object... args) {
    show(redirect, "success", texts.text(LocaleContextHolder.getLocale(), key, args));
  }

  /** Shows the text under {@code key} as a warning on the page that is redirected to. */
  public static void warning(RedirectAttributes redirect, Texts texts, String key, Object... args) {
    show(redirect, "warning", texts.text(LocaleContextHolder.getLocale(), key, args));
  }

  /** Offers something with the notice that is shown already. */
  public static void offer(RedirectAttributes redirect, Offer offer) {
    if (redirect.getFlashAttributes().get(ATTRIBUTE) instanceof Flash(var kind, var text, _)) {
      redirect.addFlashAttribute(ATTRIBUTE, new Flash(kind, text, offer));
    }
  }

  private static void show(RedirectAttributes redirect, String kind, String text) {
    redirect.addFlashAttribute(ATTRIBUTE, new Flash(kind, text, null));
  }
}
