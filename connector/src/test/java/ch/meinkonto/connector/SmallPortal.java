package ch.meinkonto.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import ch.meinkonto.contract.ClientAssertion;
import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.LeaseRequest;
import ch.meinkonto.contract.LeaseResponse;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Problem;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SecurityEvent;
import ch.meinkonto.contract.SecurityEvents;
import ch.meinkonto.contract.TokenResponse;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.unit.ReceivedRequest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
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
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The portal's side of the contract for one unit: tokens, leases, tags, idempotent events. */
public final class SmallPortal implements AutoCloseable {

  /** How the portal answers to events. */
  public enum Mood {
    WELL,
    BUSY,
    /** It does not hear what units accept, only all else that they say. */
    BEHIND,
    /** Everything is done, but the answer is lost on the way. */
    ANSWER_LOST,
    REFUSING
  }

  /** What may be the name of a question or of a formal delivery. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

  private final ECKey signingKey = signingKey();
  private final Supplier<JWKSet> unitKeys;
  private final Map<String, UnitEvent> events = new HashMap<>();
  private final List<UnitEvent> heard = new ArrayList<>();
  private final List<SealedOffer> offers = new ArrayList<>();
  private final Set<String> tokens = new HashSet<>();
  private final Map<String, String> schemas = new HashMap<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Mood mood = Mood.WELL;
  private final Deque<Object> polls = new ArrayDeque<>();
  private boolean pollsWait;
  private int eventCalls;
  private int earlyWords;

  /** A portal for the unit that has these public keys (asked for each time). */
  public SmallPortal(Supplier<JWKSet> unitKeys) throws IOException {
    this.unitKeys = unitKeys;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Seals a request for the unit and offers it. */
  public synchronized void offer(ReceivedRequest request) {
    JWK sealingKey =
        unitKeys.get().getKeys().stream()
            .filter(key -> KeyUse.ENCRYPTION.equals(key.getKeyUse()))
            .findFirst()
            .orElseThrow();
    offers.add(SealedOffer.of(request, sealingKey, signingKey));
    notifyAll();
  }

  /** Publishes a schema; gives its address. */
  public synchronized String publish(String schema) {
    String path = "/schemas/fundsache/" + (schemas.size() + 1) + ".json";
    schemas.put(path, schema);
    return address() + path;
  }

  /** From now on polls wait until there is something, who came first is served first. */
  synchronized void letPollsWait() {
    pollsWait = true;
  }

  /** How many polls wait. */
  synchronized int waitingPolls() {
    return polls.size();
  }

  public void setMood(Mood other) {
    mood = other;
  }

  /** Whether the unit has taken everything. */
  public synchronized boolean isEmpty() {
    return offers.stream().allMatch(offer -> offer.accepted);
  }

  /** What the unit said to the resident, each once. */
  public synchronized List<UnitEvent> heard() {
    return heard.stream().filter(e -> !(e instanceof UnitEvent.RequestAccepted)).toList();
  }

  /** How often the unit said something. */
  public synchronized int eventCalls() {
    return eventCalls;
  }

  /** How often the unit spoke about a request before it had accepted it. */
  synchronized int earlyWords() {
    return earlyWords;
  }

  private record Answer(int status, String body) {
    static Answer problem(ProblemType type) {
      return new Answer(type.status(), Json.write(Problem.of(type, null)));
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Answer answer = answer(exchange, path, body);
      if (!path.endsWith("/events") || mood != Mood.ANSWER_LOST) {
        byte[] bytes = answer.body.getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private synchronized Answer answer(HttpExchange exchange, String path, String body) {
    String[] steps = path.split("/", -1); // "", contract, v1, deliveries, id, parts|lease, name
    if (path.equals("/.well-known/jwks.json")) {
      return new Answer(200, new JWKSet(signingKey).toString(true));
    }
    if (path.startsWith("/schemas/")) {
      String schema = schemas.get(path);
      return schema == null ? Answer.problem(ProblemType.NOT_FOUND) : new Answer(200, schema);
    }
    if (path.endsWith("/token")) {
      return token(body);
    }
    if (!tokens.contains(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return Answer.problem(ProblemType.UNAUTHORIZED);
    }
    return switch (steps[3]) {
      case "leases" -> leases(Json.read(body, LeaseRequest.class));
      case "deliveries" -> delivery(exchange, steps);
      case "events" -> event(body);
      default -> Answer.problem(ProblemType.NOT_FOUND);
    };
  }

  private Answer token(String form) {
    String assertion = "";
    for (String pair : form.split("&", -1)) {
      if (pair.startsWith("client_assertion=")) {
        assertion = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), UTF_8);
      }
    }
    return switch (ClientAssertion.verify(
        assertion,
        unitKeys.get(),
        Samples.UNIT,
        Set.of(address() + "/contract/v1/token"),
        Instant.now())) {
      case Valid<ClientAssertion> _ -> {
        String token = UUID.randomUUID().toString();
        tokens.add("Bearer " + token);
        yield new Answer(200, Json.write(new TokenResponse(token, "Bearer", 300)));
      }
      case Invalid<ClientAssertion> _ -> new Answer(401, "{\"error\":\"invalid_client\"}");
    };
  }

  private Answer leases(LeaseRequest ask) {
    Object poll = new Object();
    polls.add(poll);
    try {
      while (pollsWait && (!polls.getFirst().equals(poll) || free().findAny().isEmpty())) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      polls.remove(poll);
      notifyAll();
    }
    List<Delivery> leased = free().limit(ask.max()).map(SealedOffer::lease).toList();
    return new Answer(200, Json.write(new LeaseResponse(leased)));
  }

  private Stream<SealedOffer> free() {
    return offers.stream().filter(offer -> !offer.accepted && offer.leaseToken == null);
  }

  private Answer delivery(HttpExchange exchange, String[] steps) {
    SealedOffer offer = find(steps[4]);
    if (offer == null
        || !exchange.getRequestHeaders().getFirst("Lease-Token").equals(offer.leaseToken)) {
      return Answer.problem(ProblemType.LEASE_LOST);
    }
    if (exchange.getRequestMethod().equals("DELETE")) {
      offer.leaseToken = null;
      notifyAll();
      return new Answer(204, "");
    }
    return new Answer(200, offer.jwe(steps[6]));
  }

  private Answer event(String jws) {
    eventCalls++;
    if (mood == Mood.BUSY) {
      return Answer.problem(ProblemType.UNAVAILABLE);
    }
    if (mood == Mood.REFUSING) {
      return Answer.problem(ProblemType.NOT_POSSIBLE_NOW);
    }
    return switch (SecurityEvents.verify(jws, unitKeys.get(), Samples.UNIT, address().toString())) {
      case Invalid<SecurityEvent> _ -> Answer.problem(ProblemType.INVALID_EVENT);
      case Valid<SecurityEvent>(var token) when !isWellNamed(token.event()) ->
          Answer.problem(ProblemType.INVALID_EVENT);
      case Valid<SecurityEvent>(var token) when isEarly(token.event()) -> {
        earlyWords++;
        yield Answer.problem(ProblemType.NOT_ACCEPTED_YET);
      }
      case Valid<SecurityEvent>(var token)
          when mood == Mood.BEHIND && token.event() instanceof UnitEvent.RequestAccepted ->
          Answer.problem(ProblemType.UNAVAILABLE);
      case Valid<SecurityEvent>(var token) -> store(token);
    };
  }

  private static boolean isWellNamed(UnitEvent event) {
    return switch (event) {
      case UnitEvent.Question question -> NAME.matcher(question.questionId()).matches();
      case UnitEvent.Message message when message.messageId() != null ->
          NAME.matcher(message.messageId()).matches();
      default -> true;
    };
  }

  private boolean isEarly(UnitEvent event) {
    return switch (event) {
      case UnitEvent.Message message -> isOnlyOffered(message.requestId());
      case UnitEvent.Question question -> isOnlyOffered(question.requestId());
      case UnitEvent.StateChanged changed -> isOnlyOffered(changed.requestId());
      case UnitEvent.Refund refund -> isOnlyOffered(refund.requestId());
      case UnitEvent.ListPosition position -> isOnlyOffered(position.requestId());
      default -> false;
    };
  }

  private boolean isOnlyOffered(RequestId request) {
    List<SealedOffer> about = offers.stream().filter(offer -> offer.isOf(request)).toList();
    return !about.isEmpty() && about.stream().noneMatch(offer -> offer.accepted);
  }

  private Answer store(SecurityEvent token) {
    UnitEvent known = events.putIfAbsent(token.id(), token.event());
    if (known != null) {
      return known.equals(token.event())
          ? new Answer(202, "")
          : Answer.problem(ProblemType.EVENT_CONFLICT);
    }
    if (token.event() instanceof UnitEvent.RequestAccepted(var deliveryId, var _, var tags)) {
      SealedOffer offer = find(deliveryId.toString());
      if (offer == null || !tags.equals(tags(offer))) {
        return Answer.problem(ProblemType.WRONG_TAGS);
      }
      offer.accepted = true;
    }
    heard.add(token.event());
    return new Answer(202, "");
  }

  private static Map<String, String> tags(SealedOffer offer) {
    return offer.lease().parts().stream().collect(Collectors.toMap(Part::name, Part::tag));
  }

  private @Nullable SealedOffer find(String deliveryId) {
    return offers.stream()
        .filter(offer -> offer.deliveryId.toString().equals(deliveryId))
        .findFirst()
        .orElse(null);
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
