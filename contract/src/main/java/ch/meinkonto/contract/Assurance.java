package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How surely the portal knew who sent a request. */
public enum Assurance {
  /** Sent without login. */
  @JsonProperty("none")
  NONE,
  /** Logged in with one factor. */
  @JsonProperty("login")
  LOGIN,
  /** Logged in with two factors. */
  @JsonProperty("two-factors")
  TWO_FACTORS
}
