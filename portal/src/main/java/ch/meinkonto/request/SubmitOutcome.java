package ch.meinkonto.request;

import ch.meinkonto.form.Places;
import ch.meinkonto.payment.Payment;

/** What came of sending a request. */
public sealed interface SubmitOutcome {

  /** It lies sealed for its unit; sending the same draft again gives the same request. */
  record Received(RequestEnvelope request) implements SubmitOutcome {}

  /** It lies sealed and goes to its unit once it is paid. */
  record Unpaid(RequestEnvelope request, Payment payment) implements SubmitOutcome {}

  /** The places that it books can't be had any more. Nothing was kept. */
  record NoPlace(Places.Why why) implements SubmitOutcome {}

  /** The unit can't take anything at the moment: its key is missing. Nothing was kept. */
  record UnitCannotReceive() implements SubmitOutcome {}
}
