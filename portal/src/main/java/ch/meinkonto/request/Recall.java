package ch.meinkonto.request;

import ch.meinkonto.contract.SubmissionId;

/** Calls back what is on its way to a unit; the module {@code delivery} can. */
public interface Recall {

  /** What came of it. */
  enum Outcome {
    /** Nobody at the unit has seen any of it, and nobody will. */
    UNSEEN,
    /** It does not go on; whether somebody at the unit has seen it, nobody knows. */
    STOPPED,
    /** The unit has it, or is about to. */
    UNDER_WAY
  }

  /** Stops a submission, within the transaction under way, if it can still be stopped. */
  Outcome recall(SubmissionId id);
}
