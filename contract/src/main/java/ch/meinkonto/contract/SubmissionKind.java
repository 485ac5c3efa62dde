package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a delivery brings. */
public enum SubmissionKind {
  /** A new request. */
  @JsonProperty("request")
  REQUEST,
  /** The resident's answer to a question that the unit asked about an earlier request. */
  @JsonProperty("answer")
  ANSWER
}
