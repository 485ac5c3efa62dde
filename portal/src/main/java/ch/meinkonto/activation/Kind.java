package ch.meinkonto.activation;

import ch.meinkonto.contract.SubmissionKind;
import java.util.Locale;

/** What is sent to a unit about an activation. */
enum Kind {
  CODE(SubmissionKind.ACTIVATION),
  LETTER(SubmissionKind.ACTIVATION_LETTER),
  END(SubmissionKind.ACTIVATION_END);

  private final SubmissionKind contract;

  Kind(SubmissionKind contract) {
    this.contract = contract;
  }

  SubmissionKind contract() {
    return contract;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
