package ch.meinkonto.connector.files;

import ch.meinkonto.connector.handover.Place;
import ch.meinkonto.unit.Outcome;
import java.io.IOException;

/** Who says that a submission which lies complete in {@code eingang} was taken. */
@FunctionalInterface
public interface Acknowledgements {

  /** Lying there is enough. */
  Acknowledgements NONE_NEEDED = _ -> Outcome.accepted();

  /** What the unit's system says about it; later, if it has said nothing yet. */
  Outcome of(Place place) throws IOException;
}
