package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.ConnectorSettings;

/** Opens the package's kind to tests in other packages. */
public final class Desks {

  private Desks() {}

  /** The kind {@code worklist}, with pages that nobody opens. */
  public static ChannelKind kind(ConnectorSettings settings) {
    return new WorklistKind(settings, new Worklists(shut()));
  }

  /** No pages at all. */
  static Door shut() {
    return new Door() {
      @Override
      public void open() {}

      @Override
      public void close() {}
    };
  }
}
