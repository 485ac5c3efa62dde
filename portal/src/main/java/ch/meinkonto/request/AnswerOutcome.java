package ch.meinkonto.request;

import ch.meinkonto.contract.SubmissionId;

/** What came of sending an answer. */
public sealed interface AnswerOutcome {

  /** It lies sealed for the unit; sending the same answer again gives the same. */
  record Sent(SubmissionId answerId) implements AnswerOutcome {}

  /** The unit can't take anything at the moment: its key is missing. Nothing was kept. */
  record UnitCannotReceive() implements AnswerOutcome {}

  /** There is no such question, or the request is closed. */
  record NotAsked() implements AnswerOutcome {}
}
