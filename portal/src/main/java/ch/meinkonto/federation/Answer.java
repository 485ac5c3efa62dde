package ch.meinkonto.federation;

import ch.meinkonto.login.Assurance;
import java.time.Instant;

/** What came of sending somebody to a provider. */
sealed interface Answer {

  /**
   * They proved there who they are.
   *
   * @param subject a keyed hash of who they are there
   * @param at when they proved it
   */
  record Proved(byte[] subject, Assurance assurance, Instant at) implements Answer {}

  /** They did not want to. */
  record Cancelled() implements Answer {}

  /** They proved it, but by less than what counts. */
  record TooWeak() implements Answer {}

  /** The provider did not answer when it was asked what the code stands for. */
  record Silent() implements Answer {}

  /**
   * What came back is not what a provider says to a request of this browser.
   *
   * @param why for the log; nothing about a person
   */
  record Refused(String why) implements Answer {}
}
