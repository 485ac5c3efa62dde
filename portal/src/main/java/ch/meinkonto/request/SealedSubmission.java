package ch.meinkonto.request;

import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.SealedPart;
import java.util.List;

/**
 * A request or an answer, ready to be kept: nobody but the unit can read it any more.
 *
 * @param parts without those that are staged already
 * @param receipt the portal's signed receipt (compact JWS) over the parts' tags
 */
public record SealedSubmission(Envelope envelope, List<SealedPart> parts, String receipt) {

  public SealedSubmission {
    parts = List.copyOf(parts);
  }
}
