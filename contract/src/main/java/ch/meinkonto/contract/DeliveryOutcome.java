package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a formal delivery went. */
public enum DeliveryOutcome {
  /** The resident opened it. */
  @JsonProperty("opened")
  OPENED,
  /** Its days are over, and nobody opened it; it may still be opened later. */
  @JsonProperty("not-opened")
  NOT_OPENED,
  /** The account was closed before it was opened: it has to go another way. */
  @JsonProperty("undeliverable")
  UNDELIVERABLE
}
