package ch.meinkonto.operations;

import ch.meinkonto.platform.web.Page;

/**
 * Something that is done only when two people of the staff agree (dual authorization, NIST SP
 * 800-53, AC-3(2)). Whoever does it provides a bean.
 */
public interface FourEyesAct {

  /** How it is written in proposals, such as {@code pause-unit}. */
  String code();

  /** The key of a sentence that says what will be done: {0} is the unit, {1} the detail. */
  String text();

  /** How a proposal's detail is shown to whoever decides. */
  default String shown(String detail, Page page) {
    return detail;
  }

  /** Does it, in the transaction in which it is confirmed; an exception undoes that. */
  void carryOut(Proposal confirmed);
}
