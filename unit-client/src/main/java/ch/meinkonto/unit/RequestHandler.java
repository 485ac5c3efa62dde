package ch.meinkonto.unit;

/**
 * What a unit's system does with a request. It may be called again for the same {@link
 * ReceivedRequest#id()}, for instance after a crash: store idempotently, then say so.
 */
@FunctionalInterface
public interface RequestHandler {

  /**
   * Takes one request, or one answer to a question.
   *
   * @throws Exception whatever goes wrong: the request is then offered again after a minute
   */
  Outcome handle(ReceivedRequest request) throws Exception;
}
