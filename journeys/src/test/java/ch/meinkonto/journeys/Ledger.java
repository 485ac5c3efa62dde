package ch.meinkonto.journeys;

import ch.meinkonto.unit.ReceivedRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a unit has taken: by its idempotency key, with the reference that the resident was told. */
final class Ledger {

  private final Map<String, String> taken = new ConcurrentHashMap<>();

  void take(ReceivedRequest request) {
    taken.put(request.id().toString(), request.envelope().reference().toString());
  }

  /** Each reference, once for each submission that carries it. */
  List<String> references() {
    return taken.values().stream().sorted().toList();
  }

  int size() {
    return taken.size();
  }
}
