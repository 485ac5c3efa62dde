package ch.meinkonto.platform.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How people would call a browser, and the device that it says it runs on. */
public final class DeviceName {

  private static final List<Map.Entry<String, String>> KNOWN =
      List.of(
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Android", "Android"),
          Map.entry("CrOS", "Chromebook"),
          Map.entry("Mac OS X", "Mac"),
          Map.entry("Windows", "Windows"),
          Map.entry("Linux", "Linux"));

  /** The first that is named counts: most browsers also name those they descend from. */
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("SamsungBrowser", "Samsung Internet"),
          Map.entry("Firefox", "Firefox"),
          Map.entry("FxiOS", "Firefox"),
          Map.entry("CriOS", "Chrome"),
          Map.entry("Chrom", "Chrome"),
          Map.entry("Safari", "Safari"));

  private DeviceName() {}

  /**
   * The device's name; empty when the browser does not say.
   *
   * @param userAgent the header {@code User-Agent} (RFC 9110, section 10.1.5), as sent
   */
  public static Optional<String> of(@Nullable String userAgent) {
    return first(KNOWN, userAgent);
  }

  /** Browser and device, as far as the header tells; empty when it tells nothing. */
  public static String withBrowser(@Nullable String userAgent) {
    return Stream.of(first(BROWSERS, userAgent), of(userAgent))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private static Optional<String> first(
      List<Map.Entry<String, String>> known, @Nullable String userAgent) {
    return userAgent == null
        ? Optional.empty()
        : known.stream()
            .filter(name -> userAgent.contains(name.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }
}
