package ch.meinkonto.unit;

import ch.meinkonto.contract.ActivationCode;
import ch.meinkonto.contract.ActivationEnd;
import ch.meinkonto.contract.ActivationLetter;

/**
 * What a unit's system does about activations: residents type in once the code that the unit sent
 * them by letter. Like requests, the same may come again: the same {@link ReceivedRequest#id()} is
 * answered in the same way, and counts no second try.
 */
public interface ActivationHandler {

  /**
   * Somebody typed in a code. It is theirs if the unit sent it to the person whom {@link
   * ReceivedRequest#sender()} names; from then on the unit knows the envelope's {@code subject}.
   *
   * @throws Exception whatever goes wrong: it is then offered again after a minute
   */
  ActivationOutcome check(ReceivedRequest from, ActivationCode code) throws Exception;

  /**
   * Somebody asks for a letter with a code. It goes to the address in the unit's own register.
   *
   * @throws Exception whatever goes wrong: it is then offered again after a minute
   */
  Outcome sendLetter(ReceivedRequest from, ActivationLetter order) throws Exception;

  /**
   * Somebody took the activation back: the link means nobody any more.
   *
   * @throws Exception whatever goes wrong: it is then offered again after a minute
   */
  Outcome end(ReceivedRequest from, ActivationEnd end) throws Exception;
}
