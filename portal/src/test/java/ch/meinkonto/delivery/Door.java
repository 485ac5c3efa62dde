package ch.meinkonto.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.ClientAssertion;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.LeaseResponse;
import ch.meinkonto.contract.Problem;
import ch.meinkonto.contract.SecurityEvent;
import ch.meinkonto.contract.SecurityEvents;
import ch.meinkonto.contract.TokenResponse;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.unit.UnitKeys;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract's door, knocked at by hand: what no well-behaved library would send. */
record Door(UnitKeys keys) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** What came back. */
  record Answer(int status, String body, String mediaType) {
    String problem() {
      return Json.read(body, Problem.class).type().replaceAll(".*/", "");
    }
  }

  static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(CityOfTests.portal().address().resolve(path));
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          answer.body(),
          answer.headers().firstValue("Content-Type").orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JWK signingKey() {
    return keys.privateJwks().getKeys().stream()
        .filter(key -> KeyUse.SIGNATURE.equals(key.getKeyUse()))
        .findFirst()
        .orElseThrow();
  }

  String assertion() {
    return ClientAssertion.sign(
        keys.unitId(),
        CityOfTests.portal().address() + "/contract/v1/token",
        CityOfTests.clock().instant(),
        signingKey());
  }

  Answer tokenFor(String unit, String assertion) {
    return form(
        "grant_type",
        "client_credentials",
        "client_id",
        unit,
        "client_assertion_type",
        ClientAssertion.TYPE,
        "client_assertion",
        assertion);
  }

  static Answer form(String... pairs) {
    var body =
        Stream.iterate(0, i -> i < pairs.length, i -> i + 2)
            .map(i -> pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        to("/contract/v1/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  String token() {
    return Json.read(tokenFor(keys.unitId(), assertion()).body(), TokenResponse.class)
        .accessToken();
  }

  HttpRequest.Builder as(String token, String path) {
    return to(path).header("Authorization", "Bearer " + token);
  }

  Answer leases(String json) {
    return send(
        as(token(), "/contract/v1/leases")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  List<ch.meinkonto.contract.Delivery> lease(int max, int seconds) {
    var answer =
        leases("{\"max\":%d,\"waitSeconds\":0,\"leaseSeconds\":%d}".formatted(max, seconds));
    return Json.read(answer.body(), LeaseResponse.class).deliveries();
  }

  Answer part(ch.meinkonto.contract.Delivery delivery, String name) {
    return part(delivery.deliveryId().toString(), name, String.valueOf(delivery.leaseToken()));
  }

  Answer part(String delivery, String name, String leaseToken) {
    return send(
        as(token(), "/contract/v1/deliveries/" + delivery + "/parts/" + name)
            .header("Lease-Token", leaseToken));
  }

  String signed(String jti, UnitEvent event) {
    return SecurityEvents.sign(
        new SecurityEvent(
            keys.unitId(),
            CityOfTests.portal().address().toString(),
            jti,
            CityOfTests.clock().instant(),
            event),
        signingKey());
  }

  Answer begin() {
    return send(as(token(), "/contract/v1/conformance").POST(BodyPublishers.noBody()));
  }

  Answer report() {
    return send(as(token(), "/contract/v1/conformance"));
  }

  Answer event(UnitEvent event) {
    return event(signed(UUID.randomUUID().toString(), event));
  }

  Answer event(String set) {
    return send(
        as(token(), "/contract/v1/events")
            .header("Content-Type", "application/secevent+jwt")
            .POST(BodyPublishers.ofString(set)));
  }
}
