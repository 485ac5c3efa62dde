package ch.meinkonto.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.directory.UnitId;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Requests that were sent at once, each to a unit of its own. That they belong together stands in
 * the address to which their sender goes on, and nowhere in the database.
 */
final class SentTogether {

  static final String PATH = "/antraege/gesendet";

  private SentTogether() {}

  /** Where their sender sees all of them. */
  static URI address(List<RequestId> requests) {
    return URI.create(
        PATH
            + requests.stream()
                .map(request -> "id=" + request)
                .collect(Collectors.joining("&", "?", "")));
  }

  /** The idempotency key of one of them: the same draft gives each unit the same request again. */
  static UUID key(UUID draftId, UnitId unit) {
    return UUID.nameUUIDFromBytes((draftId + "/" + unit).getBytes(UTF_8));
  }
}
