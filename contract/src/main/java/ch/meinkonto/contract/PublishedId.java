package ch.meinkonto.contract;

import java.util.regex.Pattern;

/** The ids that units give to what they publish: offers and calendars. They stand in addresses. */
public final class PublishedId {

  private static final Pattern PATTERN =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?");

  private PublishedId() {}

  /** Whether the text may be one. */
  public static boolean fits(String text) {
    return PATTERN.matcher(text).matches();
  }
}
