package ch.meinkonto.unit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Ed25519;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.PushDelivery;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.WebhookSignature;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushReceiverTest {

  private static final UnitKeys KEYS = UnitKeys.generate("dav");

  private final TickingClock clock = new TickingClock();
  private final List<ReceivedRequest> archive = new ArrayList<>();
  private TestPortal portal = start();
  private Unit unit = Unit.connect(UnitSettings.of(portal.address(), KEYS).withClock(clock));
  private Offer offer = portal.offerRequest();

  private TestPortal start() {
    try {
      return new TestPortal(KEYS.publicJwks(), clock);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void somethingToPush() {
    assertThat(offer.settledAs).isNull();
  }

  @AfterEach
  void stop() {
    unit.close();
    portal.close();
  }

  @Test
  void takesWhatThePortalPushed() {
    assertThat(receive(headers(portal.pushKey, body()), body()).status()).isEqualTo(200);
    assertThat(offer.settledAs).isEqualTo("accepted");
    assertThat(archive.getFirst().envelope()).isEqualTo(offer.envelope);
  }

  @Test
  void readsHeadersInAnyCase() {
    Map<String, String> shouted = new HashMap<>();
    headers(portal.pushKey, body())
        .forEach((name, value) -> shouted.put(name.toUpperCase(Locale.ROOT), value));
    assertThat(receive(shouted, body()).status()).isEqualTo(200);
  }

  @Test
  void refusesWhatSomebodyElseSent() {
    Map<String, String> forged = headers(Ed25519.generate("push-1"), body());
    assertThat(receive(forged, body()).status()).isEqualTo(401);
    assertThat(receive(Map.of(), body()).status()).isEqualTo(401);
    assertThat(archive).isEmpty();
  }

  @Test
  void refusesAnOldPushRepeated() {
    Map<String, String> headers = headers(portal.pushKey, body());
    clock.tick(Duration.ofMinutes(6));
    assertThat(receive(headers, body()).status()).isEqualTo(401);
  }

  @Test
  void saysWhenToComeAgain() {
    PushReceiver.Answer answer =
        unit.push()
            .receive(
                headers(portal.pushKey, body()),
                body(),
                _ -> Outcome.tryLater(Duration.ofMinutes(2)));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.retryAfter()).contains(Duration.ofMinutes(2));
    assertThat(offer.settledAs).isNull();
  }

  @Test
  void saysWhatItCannotRead() {
    offer.parts.remove("attachment-1");
    assertThat(receive(headers(portal.pushKey, body()), body()).status()).isEqualTo(422);
    byte[] nonsense = {'{', '}'};
    assertThat(receive(headers(portal.pushKey, nonsense), nonsense).status()).isEqualTo(400);
  }

  private PushReceiver.Answer receive(Map<String, String> headers, byte[] body) {
    return unit.push()
        .receive(
            headers,
            body,
            request -> {
              archive.add(request);
              return Outcome.accepted();
            });
  }

  private byte[] body() {
    return Json.bytes(
        new PushDelivery(
            offer.delivery(),
            offer.parts.values().stream()
                .collect(Collectors.toMap(SealedPart::name, SealedPart::jwe))));
  }

  private Map<String, String> headers(OctetKeyPair key, byte[] body) {
    return WebhookSignature.sign(offer.deliveryId.toString(), clock.instant(), body, List.of(key))
        .headers();
  }
}
