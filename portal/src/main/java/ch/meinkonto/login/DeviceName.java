package ch.meinkonto.login;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How people would call the device that a browser says it runs on. */
final class DeviceName {

  private static final List<Map.Entry<String, String>> KNOWN =
      List.of(
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Android", "Android"),
          Map.entry("CrOS", "Chromebook"),
          Map.entry("Mac OS X", "Mac"),
          Map.entry("Windows", "Windows"),
          Map.entry("Linux", "Linux"));

  private DeviceName() {}

  /**
   * The device's name; empty when the browser does not say.
   *
   * @param userAgent the header {@code User-Agent} (RFC 9110, section 10.1.5), as sent
   */
  static Optional<String> of(@Nullable String userAgent) {
    return userAgent == null
        ? Optional.empty()
        : KNOWN.stream()
            .filter(known -> userAgent.contains(known.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }
}
