package ch.meinkonto.connector.folder;

import ch.meinkonto.connector.ChannelKind;

/** Opens the package's kind to tests in other packages. */
public final class Folders {

  private Folders() {}

  /** The kind {@code folder}. */
  public static ChannelKind kind() {
    return new FolderKind();
  }
}
