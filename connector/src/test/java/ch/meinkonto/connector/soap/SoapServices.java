package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.ChannelKind;

/** Opens the package's kind to tests in other packages. */
public final class SoapServices {

  private SoapServices() {}

  /** The kind {@code soap}. */
  public static ChannelKind kind() {
    return new SoapKind();
  }
}
