package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.FourEyesAct;
import ch.meinkonto.operations.Proposal;
import ch.meinkonto.platform.web.Page;
import org.springframework.stereotype.Component;

/** Offers everything again that lies aside at a unit: what two must agree on. */
@Component
class Replays implements FourEyesAct {

  static final String CODE = "replay-unit";

  private final Deliveries deliveries;

  Replays(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String text() {
    return "delivery.replay.proposal";
  }

  @Override
  public String shown(String detail, Page page) {
    return "";
  }

  @Override
  public void carryOut(Proposal confirmed) {
    deliveries.putBackAll(new UnitId(confirmed.unit()));
  }
}
