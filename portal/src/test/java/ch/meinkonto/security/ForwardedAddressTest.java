package ch.meinkonto.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.LongTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Limits count the network that the proxy saw, not what a visitor says of themselves (OWASP ASVS
 * 4.1.3, 15.3.4).
 */
class ForwardedAddressTest {

  private static final String FORGOTTEN = "/passwort-vergessen";
  private static final int ALLOWED = 20;

  private final int port = LongTime.portal().address().getPort();

  @Test
  void whatAVisitorClaimsDoesNotCount() {
    var answers = IntStream.range(0, ALLOWED + 1).mapToObj(this::asksClaiming).toList();

    assertThat(answers.subList(0, ALLOWED)).containsOnly(302);
    assertThat(answers.getLast()).isEqualTo(422);
  }

  /** The proxy writes the address that it saw behind what it was told. */
  private int asksClaiming(int number) {
    var network = "2001:db8:beef:%x::1, 2001:db8:4133:1::1".formatted(number);
    return new Browser(port, network)
        .submit(FORGOTTEN, Map.of("email", UUID.randomUUID() + "@example.org"))
        .status();
  }
}
