package ch.meinkonto.form;

import java.util.Map;
import java.util.UUID;

/** What the account knows and a form may offer as an answer. */
public interface PrefillSource {

  /**
   * What is known of an account’s owner, by these keys: {@code name.given}, {@code name.family},
   * {@code email}, {@code phone} as texts; {@code address} as a map with {@code strasse}, {@code
   * hausnummer}, {@code zusatz}, {@code plz}, {@code ort}, {@code land}. What isn’t known is left
   * away.
   */
  Map<String, Object> of(UUID account);
}
