package ch.meinkonto.request;

import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Part;
import java.util.List;

/**
 * What is to be brought to a unit: a request or an answer, described without its sealed bytes.
 *
 * @param receipt the portal's signed receipt (compact JWS)
 */
public record Consignment(Envelope envelope, List<Part> parts, String receipt) {

  public Consignment {
    parts = List.copyOf(parts);
  }
}
