package ch.meinkonto.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import ch.meinkonto.contract.ClientAssertion;
import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.Ed25519;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.LeaseRequest;
import ch.meinkonto.contract.LeaseResponse;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Problem;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.SecurityEvent;
import ch.meinkonto.contract.SecurityEvents;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.contract.TokenResponse;
import ch.meinkonto.contract.UnitEvent;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The portal's side of the contract, small but true: tokens, leases, tags, idempotent events. */
final class TestPortal implements AutoCloseable {

  /** What goes wrong with the next call to a path. */
  enum Fault {
    /** 503 without having done anything. */
    BUSY,
    /** 429, try again at once. */
    TOO_MANY,
    /** Everything is done, but the answer is lost on the way. */
    ANSWER_LOST
  }

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

  final ECKey signingKey = signingKey();
  final OctetKeyPair pushKey = Ed25519.generate("push-1");
  final Map<String, UnitEvent> events = new HashMap<>();
  final List<UnitEvent> heard = new ArrayList<>();
  final Set<String> usedAssertions = new HashSet<>();
  final List<Offer> offers = new ArrayList<>();
  UnaryOperator<String> leaseAnswer = UnaryOperator.identity();
  int eventCalls;

  private final TickingClock clock;
  private final JWKSet unitKeys;
  private final Map<String, Instant> tokens = new HashMap<>();
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  TestPortal(JWKSet unitKeys, TickingClock clock) throws IOException {
    this.unitKeys = unitKeys;
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  JWK sealingKey() {
    return unitKeys.getKeys().stream()
        .filter(key -> KeyUse.ENCRYPTION.equals(key.getKeyUse()))
        .findFirst()
        .orElseThrow();
  }

  Offer offerActivation(SubmissionKind kind, Object content) {
    Offer offer = Offer.activation(kind, content, sealingKey(), signingKey, clock.instant());
    offers.add(offer);
    return offer;
  }

  Offer offerRequest() {
    Offer offer = Offer.request(sealingKey(), signingKey, clock.instant());
    offers.add(offer);
    return offer;
  }

  void failNext(String path, Fault... several) {
    faults.computeIfAbsent(path, _ -> new ArrayDeque<>()).addAll(List.of(several));
  }

  void endAllTokens() {
    tokens.clear();
  }

  private record Answer(int status, String body) {
    static Answer problem(ProblemType type) {
      return new Answer(type.status(), Json.write(Problem.of(type, null)));
    }
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String kind = path.replaceAll("^/(contract/v1/)?", "").replaceAll("/.*", "");
    Deque<Fault> planned = faults.getOrDefault(kind, new ArrayDeque<>());
    Fault fault = planned.poll();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    if (fault == Fault.BUSY) {
      send(exchange, Answer.problem(ProblemType.UNAVAILABLE));
    } else if (fault == Fault.TOO_MANY) {
      exchange.getResponseHeaders().set("Retry-After", "0");
      send(exchange, Answer.problem(ProblemType.TOO_MANY_REQUESTS));
    } else {
      Answer answer = answer(exchange, kind, path, body);
      if (fault == Fault.ANSWER_LOST) {
        exchange.close();
      } else {
        send(exchange, answer);
      }
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.body.getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Answer answer(HttpExchange exchange, String kind, String path, String body) {
    if (kind.equals(".well-known")) {
      return new Answer(200, new JWKSet(List.<JWK>of(signingKey, pushKey)).toString(true));
    }
    if (kind.equals("token")) {
      return token(body);
    }
    String bearer = exchange.getRequestHeaders().getFirst("Authorization").substring(7);
    if (!tokens.getOrDefault(bearer, Instant.EPOCH).isAfter(clock.instant())) {
      return Answer.problem(ProblemType.UNAUTHORIZED);
    }
    return switch (kind) {
      case "leases" -> leases(Json.read(body, LeaseRequest.class));
      case "deliveries" -> delivery(exchange, path);
      case "events" -> event(body);
      default -> Answer.problem(ProblemType.NOT_FOUND);
    };
  }

  private Answer token(String form) {
    Map<String, String> fields = fields(form);
    return switch (ClientAssertion.verify(
        fields.getOrDefault("client_assertion", ""),
        unitKeys,
        "dav",
        Set.of(address() + "/contract/v1/token"),
        clock.instant())) {
      case Valid<ClientAssertion>(var assertion) when usedAssertions.add(assertion.id()) -> {
        String token = UUID.randomUUID().toString();
        tokens.put(token, clock.instant().plus(TOKEN_LIFE));
        yield new Answer(
            200, Json.write(new TokenResponse(token, "Bearer", TOKEN_LIFE.toSeconds())));
      }
      case Valid<ClientAssertion> _, Invalid<ClientAssertion> _ ->
          new Answer(401, "{\"error\":\"invalid_client\"}");
    };
  }

  private Answer leases(LeaseRequest ask) {
    List<Delivery> leased = new ArrayList<>();
    for (Offer offer : offers) {
      if (leased.size() < ask.max() && isFree(offer)) {
        offer.leaseToken = UUID.randomUUID().toString();
        offer.leaseUntil = clock.instant().plusSeconds(ask.leaseSeconds());
        offer.attempt++;
        leased.add(offer.delivery());
      }
    }
    return new Answer(200, leaseAnswer.apply(Json.write(new LeaseResponse(leased))));
  }

  private boolean isFree(Offer offer) {
    return offer.settledAs == null
        && offer.setAside == null
        && !offer.notBefore.isAfter(clock.instant())
        && (offer.leaseToken == null || !offer.leaseUntil.isAfter(clock.instant()));
  }

  private Answer delivery(HttpExchange exchange, String path) {
    String[] steps = path.split("/", -1); // "", contract, v1, deliveries, id, parts|lease, name
    Offer offer = find(steps[4]);
    if (offer == null) {
      return Answer.problem(ProblemType.NOT_FOUND);
    }
    String lease = exchange.getRequestHeaders().getFirst("Lease-Token");
    if (!lease.equals(offer.leaseToken) || !offer.leaseUntil.isAfter(clock.instant())) {
      return Answer.problem(ProblemType.LEASE_LOST);
    }
    if (exchange.getRequestMethod().equals("DELETE")) {
      return release(offer, fields(exchange.getRequestURI().getRawQuery()));
    }
    SealedPart part = offer.parts.get(steps[6]);
    return part == null ? Answer.problem(ProblemType.NOT_FOUND) : new Answer(200, part.jwe());
  }

  private Answer release(Offer offer, Map<String, String> how) {
    offer.leaseToken = null;
    if ("unreadable".equals(how.get("reason"))) {
      offer.setAside = how.get("detail");
    } else {
      offer.notBefore =
          clock.instant().plusSeconds(Long.parseLong(how.getOrDefault("retryAfterSeconds", "0")));
    }
    return new Answer(204, "");
  }

  private Answer event(String jws) {
    eventCalls++;
    return switch (SecurityEvents.verify(jws, unitKeys, "dav", address().toString())) {
      case Invalid<SecurityEvent> _ -> Answer.problem(ProblemType.INVALID_EVENT);
      case Valid<SecurityEvent>(var token) -> {
        UnitEvent known = events.get(token.id());
        if (known != null) {
          yield known.equals(token.event())
              ? new Answer(202, "")
              : Answer.problem(ProblemType.EVENT_CONFLICT);
        }
        yield store(token);
      }
    };
  }

  private Answer store(SecurityEvent token) {
    @Nullable ProblemType refusal =
        switch (token.event()) {
          case UnitEvent.RequestAccepted e ->
              settle(e.deliveryId().toString(), e.tags(), "accepted");
          case UnitEvent.RequestRejected e ->
              settle(e.deliveryId().toString(), e.tags(), "rejected " + e.code());
          case UnitEvent.ActivationConfirmed e ->
              settle(e.deliveryId().toString(), e.tags(), "confirmed " + e.link().value());
          case UnitEvent.ActivationRefused e ->
              settle(
                  e.deliveryId().toString(),
                  e.tags(),
                  "refused " + e.reason().code() + " " + e.triesLeft());
          case UnitEvent.StateChanged _,
              UnitEvent.Message _,
              UnitEvent.Question _,
              UnitEvent.Refund _,
              UnitEvent.ListPosition _,
              UnitEvent.ActivationRevoked _ ->
              null;
        };
    if (refusal != null) {
      return Answer.problem(refusal);
    }
    events.put(token.id(), token.event());
    heard.add(token.event());
    return new Answer(202, "");
  }

  private @Nullable ProblemType settle(String deliveryId, Map<String, String> tags, String as) {
    Offer offer = find(deliveryId);
    if (offer == null) {
      return ProblemType.NOT_FOUND;
    }
    if (!tags.equals(
        offer.delivery().parts().stream().collect(Collectors.toMap(Part::name, Part::tag)))) {
      return ProblemType.WRONG_TAGS;
    }
    if (offer.settledAs != null && !offer.settledAs.equals(as)) {
      return ProblemType.ALREADY_SETTLED;
    }
    offer.settledAs = as;
    return null;
  }

  private @Nullable Offer find(String deliveryId) {
    return offers.stream()
        .filter(offer -> offer.deliveryId.toString().equals(deliveryId))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&", -1)) {
      String[] both = pair.split("=", 2);
      fields.put(both[0], URLDecoder.decode(both[1], UTF_8));
    }
    return fields;
  }

  private static ECKey signingKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("portal-1").keyUse(KeyUse.SIGNATURE).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
