package ch.meinkonto.connector.sftp;

import ch.meinkonto.connector.ChannelKind;

/** Opens the package's kind to tests in other packages. */
public final class Servers {

  private Servers() {}

  /** The kind {@code sftp}. */
  public static ChannelKind kind() {
    return new SftpKind();
  }
}
