package ch.meinkonto.mandate;

import java.util.List;
import java.util.UUID;

/**
 * A mandate as one of the two sees it.
 *
 * @param other what the other is called; empty when nobody has accepted it
 * @param services for what, in the order in which they were chosen
 * @param until the last day on which it counts, in words
 * @param lapses until when it has to be accepted or confirmed, in words; empty once it counts
 */
public record MandateView(
    UUID id,
    String other,
    List<String> services,
    String until,
    String lapses,
    boolean accepted,
    boolean active) {

  public MandateView {
    services = List.copyOf(services);
  }
}
