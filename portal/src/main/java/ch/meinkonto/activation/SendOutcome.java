package ch.meinkonto.activation;

import java.time.Duration;

/** What came of sending a code, or of ordering a letter. */
public sealed interface SendOutcome {

  /** It is on its way; or one that was sent before still is, or nothing is needed any more. */
  record UnderWay() implements SendOutcome {}

  /** There were too many lately. */
  record TooMany(Duration pause) implements SendOutcome {}

  /** The unit can't take anything at the moment: its key is missing. Nothing was kept. */
  record UnitCannotReceive() implements SendOutcome {}
}
