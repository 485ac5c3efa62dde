package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.ChannelKind;

/** Opens the package's kind to tests in other packages. */
public final class RestApis {

  private RestApis() {}

  /** The kind {@code rest}. */
  public static ChannelKind kind() {
    return new RestKind();
  }
}
