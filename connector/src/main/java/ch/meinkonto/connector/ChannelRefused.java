package ch.meinkonto.connector;

import org.jspecify.annotations.Nullable;

/** A channel cannot be opened; the message tells the operator what to do. */
public final class ChannelRefused extends Exception {

  public ChannelRefused(String message) {
    this(message, null);
  }

  public ChannelRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
