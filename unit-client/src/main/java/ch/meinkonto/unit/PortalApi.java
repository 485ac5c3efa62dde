package ch.meinkonto.unit;

import ch.meinkonto.contract.Calendar;
import ch.meinkonto.contract.ConformanceReport;
import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.LeaseRequest;
import ch.meinkonto.contract.Offer;
import ch.meinkonto.contract.OfferStatus;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.PlacesFreed;
import ch.meinkonto.contract.RegistrationStatus;
import ch.meinkonto.contract.ReleaseReason;
import ch.meinkonto.contract.SecurityEvents;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The contract's calls, one method each. */
final class PortalApi {

  private static final String BASE = "/contract/v1";
  private static final int UNAUTHORIZED = 401;
  private static final long MAX_LEASES = 64L * 1024 * 1024; // receipts may embed events

  private final UnitSettings settings;
  private final Transport transport;
  private final AccessTokens tokens;

  PortalApi(UnitSettings settings, Transport transport, AccessTokens tokens) {
    this.settings = settings;
    this.transport = transport;
    this.tokens = tokens;
  }

  List<Leased> lease(int max, Duration wait) {
    LeaseRequest ask =
        new LeaseRequest(
            max, Math.toIntExact(wait.toSeconds()), Math.toIntExact(settings.lease().toSeconds()));
    HttpResponse<String> response =
        call(
            "/leases",
            MAX_LEASES,
            request ->
                request
                    .timeout(settings.timeout().plus(wait))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(Json.write(ask))));
    return Leased.read(response.body());
  }

  String part(Delivery delivery, Part part) {
    return call(
            "/deliveries/" + delivery.deliveryId() + "/parts/" + encoded(part.name()),
            part.size(),
            request -> request.header("Lease-Token", leaseToken(delivery)).GET())
        .body();
  }

  /** It is offered again after {@code wait}. */
  void giveBack(DeliveryId delivery, String leaseToken, Duration wait) {
    release(
        delivery,
        leaseToken,
        "reason=%s&retryAfterSeconds=%d".formatted(ReleaseReason.LATER.code(), wait.toSeconds()));
  }

  void setAside(DeliveryId delivery, String leaseToken, String detail) {
    release(
        delivery,
        leaseToken,
        "reason=%s&detail=%s".formatted(ReleaseReason.UNREADABLE.code(), encoded(detail)));
  }

  private void release(DeliveryId delivery, String leaseToken, String how) {
    call(
        "/deliveries/" + delivery + "/lease?" + how,
        0,
        request -> request.header("Lease-Token", leaseToken).DELETE());
  }

  void event(String jws) {
    call(
        "/events",
        0,
        request ->
            request
                .header("Content-Type", "application/" + SecurityEvents.TYPE)
                .POST(BodyPublishers.ofString(jws, StandardCharsets.US_ASCII)));
  }

  /** The answer to a JWS with keys; needs no token. */
  static RegistrationStatus register(UnitSettings settings, Transport transport, String jws) {
    HttpResponse<String> response =
        transport.send(() ->
            HttpRequest.newBuilder(settings.address(BASE + "/registrations"))
                .timeout(settings.timeout())
                .header("Content-Type", "application/jwt")
                .POST(BodyPublishers.ofString(jws, StandardCharsets.US_ASCII))
                .build());
    if (response.statusCode() >= 300) {
      throw Transport.refused(response);
    }
    return Json.read(response.body(), RegistrationStatus.class);
  }

  List<RegistrationStatus.KeyInUse> keysInUse() {
    return List.of(
        Json.read(
            call("/keys", 0, HttpRequest.Builder::GET).body(),
            RegistrationStatus.KeyInUse[].class));
  }

  OfferStatus publish(String service, String id, Offer offer) {
    return Json.read(
        call(
                offer(service, id, ""),
                0,
                request ->
                    request
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(Json.write(offer))))
            .body(),
        OfferStatus.class);
  }

  OfferStatus offer(String service, String id) {
    return Json.read(
        call(offer(service, id, ""), 0, HttpRequest.Builder::GET).body(), OfferStatus.class);
  }

  void withdraw(String service, String id) {
    call(offer(service, id, ""), 0, HttpRequest.Builder::DELETE);
  }

  void free(String service, String id, PlacesFreed freed) {
    call(
        offer(service, id, "/freed"),
        0,
        request ->
            request
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(freed))));
  }

  private static String offer(String service, String id, String below) {
    return "/services/" + encoded(service) + "/offers/" + encoded(id) + below;
  }

  void publish(String service, String id, Calendar calendar) {
    call(
        calendar(service, id),
        0,
        request ->
            request
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Json.write(calendar))));
  }

  void withdrawCalendar(String service, String id) {
    call(calendar(service, id), 0, HttpRequest.Builder::DELETE);
  }

  private static String calendar(String service, String id) {
    return "/services/" + encoded(service) + "/calendars/" + encoded(id);
  }

  ConformanceReport beginConformance() {
    return Json.read(
        call("/conformance", 0, request -> request.POST(BodyPublishers.noBody())).body(),
        ConformanceReport.class);
  }

  ConformanceReport conformance() {
    return Json.read(
        call("/conformance", 0, HttpRequest.Builder::GET).body(), ConformanceReport.class);
  }

  JWKSet portalKeys() {
    HttpResponse<String> response =
        transport.send(() ->
            HttpRequest.newBuilder(settings.address("/.well-known/jwks.json"))
                .timeout(settings.timeout())
                .build());
    if (response.statusCode() != 200) {
      throw Transport.refused(response);
    }
    try {
      return JWKSet.parse(response.body());
    } catch (ParseException e) {
      throw new PortalUnavailable("the portal's keys cannot be read", e);
    }
  }

  private HttpResponse<String> call(
      String path, long maxAnswer, Function<HttpRequest.Builder, HttpRequest.Builder> with) {
    String token = tokens.current();
    HttpResponse<String> response = attempt(path, token, maxAnswer, with);
    if (response.statusCode() == UNAUTHORIZED) { // the token may have ended on the way
      tokens.forget(token);
      response = attempt(path, tokens.current(), maxAnswer, with);
    }
    if (response.statusCode() >= 300) {
      throw Transport.refused(response);
    }
    return response;
  }

  private HttpResponse<String> attempt(
      String path,
      String token,
      long maxAnswer,
      Function<HttpRequest.Builder, HttpRequest.Builder> with) {
    HttpRequest request =
        with.apply(
                HttpRequest.newBuilder(settings.address(BASE + path))
                    .timeout(settings.timeout())
                    .header("Authorization", "Bearer " + token))
            .build();
    return transport.send(() -> request, Math.max(maxAnswer, Transport.MAX_ANSWER));
  }

  static String leaseToken(Delivery delivery) {
    return Objects.requireNonNull(delivery.leaseToken(), "lease token");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
