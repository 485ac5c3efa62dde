package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Localized;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How people reach somebody without the portal.
 *
 * @param name who answers; null when it is the unit itself
 * @param phone as it is written, with the country’s code
 * @param email an address people may write to
 * @param url a site of its own
 * @param address one line
 * @param hours when somebody answers
 */
public record Contact(
    @Nullable Localized<String> name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable URI url,
    @Nullable String address,
    @Nullable Localized<String> hours) {

  /** The telephone number as a link dials it (RFC 3966). */
  public @Nullable String phoneLink() {
    return phone == null ? null : "tel:" + phone.replaceAll("[^+0-9]", "");
  }
}
