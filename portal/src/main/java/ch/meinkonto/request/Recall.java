package ch.meinkonto.request;

import ch.meinkonto.contract.SubmissionId;

/** Calls back what is on its way to a unit; the module {@code delivery} can. */
public interface Recall {

  /**
   * Stops a submission, within the transaction under way.
   *
   * @return whether nobody at the unit has seen any of it, and nobody will
   */
  boolean recall(SubmissionId id);
}
