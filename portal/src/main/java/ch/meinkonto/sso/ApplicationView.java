package ch.meinkonto.sso;

import ch.meinkonto.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An application as pages show it.
 *
 * @param unit the name of the unit that it belongs to
 * @param details what it gets
 */
public record ApplicationView(
    String id, String name, String unit, String purpose, List<Detail> details) {

  /** What it gets, in words; that it recognises the person comes first and always. */
  public List<String> gets(Page page) {
    var words = new ArrayList<String>();
    words.add(page.text("sso.detail.subject"));
    details.forEach(
        detail -> words.add(page.text("sso.detail." + detail.name().toLowerCase(Locale.ROOT))));
    return words;
  }
}
