package ch.meinkonto.contract;

import java.util.Objects;

/**
 * The content of the sealed part {@code data} when a resident takes a request back.
 *
 * @param text what they say about it; empty if nothing
 */
public record Withdrawal(String text) {
  public Withdrawal {
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return "Withdrawal";
  }
}
