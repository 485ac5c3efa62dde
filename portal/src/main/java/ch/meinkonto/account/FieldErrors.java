package ch.meinkonto.account;

import ch.meinkonto.platform.web.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with what somebody typed: at most one thing a field, in the order of the page. */
public final class FieldErrors {

  /** For what is wrong with no single field. */
  public static final String FORM = "";

  private final Map<String, Fault> faults = new LinkedHashMap<>();

  private record Fault(String text, Object[] arguments) {}

  /** Nothing wrong yet. */
  public FieldErrors() {}

  /** Notes the text {@code key} for a field; the first one counts. */
  public FieldErrors add(String field, String key, Object... arguments) {
    faults.putIfAbsent(field, new Fault(key, arguments));
    return this;
  }

  /** Notes the text when {@code wrong}. */
  public FieldErrors addIf(boolean wrong, String field, String key, Object... arguments) {
    return wrong ? add(field, key, arguments) : this;
  }

  /** Whether all is well. */
  public boolean none() {
    return faults.isEmpty();
  }

  /** Whether this field is wrong. */
  public boolean has(String field) {
    return faults.containsKey(field);
  }

  /** The page's title, which says at once that something has to be corrected. */
  public String title(Page page, String key) {
    return none() ? page.text(key) : page.text("account.errors.prefix") + " " + page.text(key);
  }

  /** What is wrong with a field, in the page's language; null when nothing is. */
  public @Nullable String of(String field, Page page) {
    var fault = faults.get(field);
    return fault == null ? null : page.text(fault.text(), fault.arguments());
  }

  /** All of it, for the summary on top of the page: field and what is wrong. */
  public List<Map.Entry<String, String>> list(Page page) {
    return faults.entrySet().stream()
        .map(fault ->
            Map.entry(
                fault.getKey(), page.text(fault.getValue().text(), fault.getValue().arguments())))
        .toList();
  }
}
