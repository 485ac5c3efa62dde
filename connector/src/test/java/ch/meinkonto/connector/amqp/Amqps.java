package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.ChannelKind;

/** Opens the package's kind to tests in other packages. */
public final class Amqps {

  private Amqps() {}

  /** The kind {@code amqp}. */
  public static ChannelKind kind() {
    return new AmqpKind();
  }
}
