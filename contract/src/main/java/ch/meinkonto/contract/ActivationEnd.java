package ch.meinkonto.contract;

import java.util.Objects;

/** The content of the sealed part {@code data} when a resident takes an activation back. */
public record ActivationEnd(ActivationLink link) {
  public ActivationEnd {
    Objects.requireNonNull(link, "link");
  }
}
