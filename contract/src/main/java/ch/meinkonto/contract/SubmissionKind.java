package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a delivery brings. */
public enum SubmissionKind {
  /** A new request. */
  @JsonProperty("request")
  REQUEST,
  /**
   * A part of a new request that another unit decides ({@link Metadata#inCharge}): the unit accepts
   * it or rejects it and says nothing else about it.
   */
  @JsonProperty("copy")
  COPY,
  /** The resident's answer to a question that the unit asked about an earlier request. */
  @JsonProperty("answer")
  ANSWER,
  /** The resident takes an earlier request back ({@link Withdrawal}). */
  @JsonProperty("withdrawal")
  WITHDRAWAL,
  /** How a formal delivery about an earlier request went ({@link DeliveryNotice}). */
  @JsonProperty("delivery-notice")
  DELIVERY_NOTICE,
  /**
   * A code that the unit sent by letter, typed in: is it the right one ({@link ActivationCode})?
   */
  @JsonProperty("activation")
  ACTIVATION,
  /** Somebody asks for a letter with a code ({@link ActivationLetter}). */
  @JsonProperty("activation-letter")
  ACTIVATION_LETTER,
  /** Somebody does not want to be known to the unit any more ({@link ActivationEnd}). */
  @JsonProperty("activation-end")
  ACTIVATION_END;

  /** Whether a unit hears of a request by it for the first time. */
  public boolean begins() {
    return this == REQUEST || this == COPY;
  }

  /** Whether it is about an activation: no request stands behind it. */
  public boolean ofActivation() {
    return switch (this) {
      case ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END -> true;
      case REQUEST, COPY, ANSWER, WITHDRAWAL, DELIVERY_NOTICE -> false;
    };
  }
}
