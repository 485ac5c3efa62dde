package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.PortalTest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;

/** A program that begins drafts or sends files without end is asked to wait; others are not. */
@PortalTest
class FormLimitsTest {

  private static final String SERVICE = "/dienste/schaden-melden";
  private static final String NETWORK = "203.0.113.9";
  private static final String OTHER = "203.0.113.77";

  @LocalServerPort int port;
  @Autowired RateLimits limits;

  @Test
  void aNetworkBeginsSoManyDrafts() {
    var program = new Browser(port, NETWORK);
    var token = program.token(SERVICE);
    useUp(FormLimits.DRAFTS, NETWORK);

    var refused =
        untilRefused(() -> program.post(SERVICE + "/antrag", token, Map.of("neu", "true")));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.body()).contains("Bitte warten Sie kurz");
    assertThat(new Browser(port).submit(SERVICE, SERVICE + "/antrag", Map.of()).status())
        .isEqualTo(302);
  }

  @Test
  void aNetworkSendsSoManyFiles() {
    var program = new Browser(port, OTHER);
    var step = program.submit(SERVICE, SERVICE + "/antrag", Map.of()).location();
    var token = program.token(step);
    useUp(FormLimits.UPLOADS, OTHER);

    var file = new Browser.Upload("fotos", "a.png", new byte[] {1});
    var refused = untilRefused(() -> program.postFiles(step, token, Map.of(), List.of(file)));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(program.get(step).status()).isEqualTo(200);
  }

  /** Some are there again while all are used up. */
  private static Browser.Answer untilRefused(Supplier<Browser.Answer> sending) {
    return Stream.generate(sending)
        .limit(50)
        .filter(answer -> answer.status() == 429)
        .findFirst()
        .orElseThrow();
  }

  private void useUp(Limit limit, String network) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(network);
    for (var number = 0; number < limit.times(); number++) {
      limits.take(limit, NetworkAddress.of(request).value());
    }
  }
}
