package ch.meinkonto.sso;

import ch.meinkonto.sso.AuthorizationRequests.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Opens what a browser brings: a request itself, or the reference of one that waits. */
@Component
class OpenedRequests {

  private final AuthorizationRequests requests;
  private final PendingRequests pending;
  private final Clock clock;

  OpenedRequests(AuthorizationRequests requests, PendingRequests pending, Clock clock) {
    this.requests = requests;
    this.pending = pending;
    this.clock = clock;
  }

  /**
   * A request with what came of reading it.
   *
   * @param requestUri its reference; null as long as it does not wait
   */
  record Opened(
      Reading reading,
      Map<String, String> parameters,
      Instant begun,
      @Nullable String requestUri) {}

  /** Opens it; empty when it waited too long or was answered. */
  Optional<Opened> open(MultiValueMap<String, String> sent) {
    if (sent.values().stream().anyMatch(values -> values.size() > 1)) {
      var unanswerable = new Reading.Unanswerable(); // RFC 6749 §3.1: no parameter twice
      return Optional.of(new Opened(unanswerable, Map.of(), clock.instant(), null));
    }
    var parameters = sent.toSingleValueMap();
    var requestUri = parameters.get("request_uri");
    return requestUri == null || !PendingRequests.isOne(requestUri)
        ? Optional.of(brought(parameters))
        : waiting(parameters.get("client_id"), requestUri);
  }

  /** One that waits, for this application. */
  Optional<Opened> waiting(@Nullable String client, String requestUri) {
    return pending
        .find(requestUri)
        .filter(found -> found.parameters().getOrDefault("client_id", "").equals(client))
        .map(found -> opened(found.parameters(), found.begun(), requestUri));
  }

  private Opened brought(Map<String, String> parameters) {
    var opened = opened(parameters, clock.instant(), null);
    return opened.reading() instanceof Reading.Understood(var request)
            && request.application().pushedOnly()
        ? new Opened(
            new Reading.Refused(request.target(), SsoError.invalid("only what is pushed ahead")),
            parameters,
            opened.begun(),
            null)
        : opened;
  }

  private Opened opened(
      Map<String, String> parameters, Instant begun, @Nullable String requestUri) {
    return new Opened(requests.read(parameters, begun), parameters, begun, requestUri);
  }
}
