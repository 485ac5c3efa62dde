package ch.meinkonto.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import ch.meinkonto.contract.ActivationRefusal;
import ch.meinkonto.contract.ClientAssertion;
import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SecurityEvent;
import ch.meinkonto.contract.SecurityEvents;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.UnitKeys;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a conformance case finds, and what its unit then sends. */
final class ConformanceScene {

  private static final String FIRST = "first";

  private final UnitKeys keys = CityOfTests.office();
  private final Door door = new Door(keys);
  private final Door otherUnit = new Door(CityOfTests.office());
  private @Nullable RequestEnvelope sent;
  private @Nullable CodeOfALetter activation;
  private @Nullable Delivery delivery;
  private @Nullable String event;

  ConformanceScene(JsonNode given) {
    if (given.toString().contains("activation")) {
      activation = new CodeOfALetter(keys.unitId());
      activation.typedIn();
    } else if (!given.isEmpty()) {
      sent = Residents.annaSends(keys);
    }
    if (given.has("leased") || given.has("accepted") || given.has("activated")) {
      delivery = door.lease(1, 60).getFirst();
    }
    if (given.has("activated")) {
      door.event(door.signed(FIRST, event("activation-confirmed", tags())));
    }
    if (given.has("accepted")) {
      door.event(door.signed(FIRST, event("request-accepted", tags())));
    }
    if (given.has("said")) {
      door.event(door.signed("said", event(given.get("said").asString(), tags())));
    }
  }

  Door door() {
    return door;
  }

  CodeOfALetter activation() {
    return requireNonNull(activation);
  }

  RequestEnvelope sent() {
    return requireNonNull(sent);
  }

  /** The event that was sent. */
  String event() {
    return requireNonNull(event);
  }

  Door.Answer send(JsonNode send) {
    if (send.path("token").asString("").equals("ended")) {
      var token = door.token();
      CityOfTests.clock().tick(Duration.ofMinutes(6));
      return operation(send, token);
    }
    if (send.path("lease").asString("").equals("ended")) {
      CityOfTests.clock().tick(Duration.ofSeconds(61));
    }
    var token = send.path("token").asString("none");
    return operation(send, token.equals("none") ? null : sender(send).token());
  }

  private Door.Answer operation(JsonNode send, @Nullable String token) {
    return switch (send.get("operation").asString()) {
      case "token" -> door.tokenFor(keys.unitId(), assertion(send.get("assertion").asString()));
      case "lease" ->
          Door.send(
              to(token, "/contract/v1/leases")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(send.get("body").toString())));
      case "part" ->
          Door.send(
              to(token, path() + "/parts/" + send.get("part").asString())
                  .header("Lease-Token", lease(send)));
      case "release" ->
          Door.send(
              to(token, path() + "/lease?reason=" + send.get("reason").asString())
                  .header("Lease-Token", lease(send))
                  .DELETE());
      case "event" ->
          Door.send(
              to(token, "/contract/v1/events")
                  .header(
                      "Content-Type", send.path("mediaType").asString("application/secevent+jwt"))
                  .POST(BodyPublishers.ofString(signed(send))));
      default -> throw new AssertionError("There is no operation " + send);
    };
  }

  private static HttpRequest.Builder to(@Nullable String token, String path) {
    var request = Door.to(path);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private String path() {
    return "/contract/v1/deliveries/" + requireNonNull(delivery).deliveryId();
  }

  private String lease(JsonNode send) {
    return send.get("lease").asString().equals("other")
        ? UUID.randomUUID().toString()
        : requireNonNull(requireNonNull(delivery).leaseToken());
  }

  private Door sender(JsonNode send) {
    return send.get("token").asString().equals("other-unit") ? otherUnit : door;
  }

  private String assertion(String which) {
    if (which.equals("other-audience")) {
      return ClientAssertion.sign(
          keys.unitId(),
          "https://elsewhere.example/token",
          CityOfTests.clock().instant(),
          door.signingKey());
    }
    var assertion = door.assertion();
    door.tokenFor(keys.unitId(), assertion);
    return assertion;
  }

  private String signed(JsonNode send) {
    event = send.get("event").asString();
    var change = send.path("change").asString("");
    var jti = send.has("jti") ? FIRST : UUID.randomUUID().toString();
    var said = event(event, changed(change));
    return switch (change) {
      case "alg-none" -> unsigned(door.signed(jti, said));
      case "other-key" -> new Door(UnitKeys.generate(keys.unitId())).signed(jti, said);
      case "audience" -> elsewhere(jti, said);
      default -> sender(send).signed(jti, said);
    };
  }

  private String elsewhere(String jti, UnitEvent said) {
    return SecurityEvents.sign(
        new SecurityEvent(
            keys.unitId(), "https://elsewhere.example", jti, CityOfTests.clock().instant(), said),
        door.signingKey());
  }

  private static String unsigned(String signed) {
    var header = Base64.getUrlEncoder().withoutPadding();
    return header.encodeToString("{\"typ\":\"secevent+jwt\",\"alg\":\"none\"}".getBytes(UTF_8))
        + "."
        + signed.split("\\.", 3)[1]
        + ".";
  }

  private UnitEvent event(String type, Map<String, String> tags) {
    var about = requireNonNull(delivery);
    var id = about.deliveryId();
    var reference = about.envelope().reference();
    return switch (type) {
      case "request-accepted" -> new UnitEvent.RequestAccepted(id, reference, tags);
      case "request-rejected" ->
          new UnitEvent.RequestRejected(id, reference, tags, "not-here", "Nicht bei uns.");
      case "state-changed" ->
          new UnitEvent.StateChanged(sent().id(), RequestState.IN_PROGRESS, null);
      case "message" -> new UnitEvent.Message(sent().id(), "Guten Tag", List.of());
      case "formal-message" ->
          new UnitEvent.Message(
              sent().id(),
              "Verfügung",
              List.of(),
              "v-1",
              Formal.of(Formal.Kind.DECISION).within(7).deemedThen());
      case "question-with-fields" ->
          fields(
              "{'id':'eigenes','type':'yes-no','label':'Ihr Auto?'}",
              "{'id':'wer','type':'text','label':'Wessen?','when':'not eigenes'}");
      case "question-with-unknown-field" ->
          fields(
              "{'id':'eigenes','type':'yes-no','label':'Ihr Auto?'}",
              "{'id':'wer','type':'person','label':'Wessen?'}");
      case "question-with-group" ->
          fields("{'id':'personen','type':'group','label':'Wer?','fields':[]}");
      case "question" -> new UnitEvent.Question(sent().id(), "q-1", "Wann?", false);
      case "refund" -> new UnitEvent.Refund(sent().id(), "r-1", BigDecimal.ONE, "Zu viel bezahlt.");
      case "list-position" ->
          new UnitEvent.ListPosition(
              sent().id(), List.of(new UnitEvent.ListPosition.Place("Areal Sonnenhang", 12, 140)));
      case "activation-confirmed" ->
          new UnitEvent.ActivationConfirmed(id, reference, tags, CodeOfALetter.LINK);
      case "activation-refused" ->
          new UnitEvent.ActivationRefused(id, reference, tags, ActivationRefusal.WRONG, 2);
      case "activation-revoked" -> new UnitEvent.ActivationRevoked(CodeOfALetter.LINK);
      default -> throw new AssertionError("There is no event " + type);
    };
  }

  private UnitEvent fields(String... fields) {
    var json = "[" + String.join(",", fields).replace('\'', '"') + "]";
    return new UnitEvent.Question(
        sent().id(), "q-1", "Uns fehlt etwas.", false, Json.mapper().readTree(json));
  }

  private Map<String, String> tags() {
    return requireNonNull(delivery).parts().stream()
        .collect(Collectors.toMap(Part::name, Part::tag));
  }

  private Map<String, String> changed(String change) {
    var tags = new HashMap<>(tags());
    if (change.equals("tag")) {
      tags.put(Part.DATA, "AAAAAAAAAAAAAAAAAAAAAA");
    } else if (change.equals("tag-missing")) {
      tags.remove(Part.DATA);
    }
    return tags;
  }
}
