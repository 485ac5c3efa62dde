package ch.meinkonto.activation;

import ch.meinkonto.contract.ActivationCode;
import ch.meinkonto.contract.ActivationEnd;
import ch.meinkonto.contract.ActivationLetter;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.unit.ActivationHandler;
import ch.meinkonto.unit.ActivationOutcome;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.Round;
import ch.meinkonto.unit.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The unit with the power meters: its system, over HTTP, says what the test wants. */
final class PowerCompany implements ActivationHandler, AutoCloseable {

  static final String UNIT = CityOfTests.UTILITY;

  final List<ReceivedRequest> inTray = new ArrayList<>();
  final List<Object> heard = new ArrayList<>();
  ActivationOutcome toCodes = ActivationOutcome.wrong(4);
  Outcome toOrders = Outcome.accepted();
  Runnable meanwhile = () -> {};

  private final Unit unit =
      Unit.connect(CityOfTests.settings(CityOfTests.keysOf(UNIT)).withActivations(this));

  Unit unit() {
    return unit;
  }

  Round works() {
    return unit.receiveOnce(
        request -> {
          inTray.add(request);
          return Outcome.accepted();
        },
        50,
        Duration.ZERO);
  }

  /** What other tests left. */
  void clearsItsDesk() {
    works();
    inTray.clear();
    heard.clear();
  }

  @Override
  public ActivationOutcome check(ReceivedRequest from, ActivationCode code) {
    note(from, code);
    return toCodes;
  }

  @Override
  public Outcome sendLetter(ReceivedRequest from, ActivationLetter order) {
    note(from, order);
    return toOrders;
  }

  @Override
  public Outcome end(ReceivedRequest from, ActivationEnd end) {
    note(from, end);
    return Outcome.accepted();
  }

  private void note(ReceivedRequest from, Object what) {
    inTray.add(from);
    heard.add(what);
    meanwhile.run();
  }

  @Override
  public void close() {
    unit.close();
  }
}
