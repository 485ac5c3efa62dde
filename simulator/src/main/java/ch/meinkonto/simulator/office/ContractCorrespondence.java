package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.unit.Cases;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.Unit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Over the contract. */
record ContractCorrespondence(Unit unit) implements Correspondence {

  private static final Logger log = LoggerFactory.getLogger(ContractCorrespondence.class);

  @Override
  public void state(Case one, RequestState state, @Nullable String text) {
    if (text == null) {
      once(one).state(request(one), state);
    } else {
      once(one).state(request(one), state, text);
    }
  }

  @Override
  public void message(Case one, String text, List<Document> documents) {
    once(one).message(request(one), text, documents);
  }

  @Override
  public void deliver(Case one, Formal formal, String text, List<Document> documents) {
    once(one).deliver(request(one), formal, text, documents);
  }

  @Override
  public void ask(Case one, String text, boolean uploads) {
    once(one).ask(request(one), text, uploads);
  }

  @Override
  public void ask(Case one, String text, JsonNode fields) {
    once(one).ask(request(one), text, fields);
  }

  /** About a request that was never made. */
  @Override
  public void nonsense(Case one) {
    try {
      unit.cases().state(RequestId.of(UUID.randomUUID().toString()), RequestState.DECIDED);
    } catch (PortalRefused e) {
      log.info("{}: the portal does not understand: {}", one.unit(), e.getMessage());
    }
  }

  private Cases once(Case one) {
    return unit.cases().once(one.requestId() + "-" + one.step());
  }

  private static RequestId request(Case one) {
    return RequestId.of(one.requestId());
  }
}
