package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.testing.LocalServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Maya chooses a password that somebody else's website has lost. */
@ExtendWith(OutputCaptureExtension.class)
class LeakedPasswordsTest {

  /** Its SHA-1 is ABF7AAD6438836DBE526AA231ABDE2D0EEF74D42. */
  private static final String LEAKED = "correct horse battery staple";

  private static final String RANGE =
      """
      0018A45C4D1DEF81644B54AB7F969B88D65:1\r
      AD6438836DBE526AA231ABDE2D0EEF74D42:2\r
      FFFFF8836DBE526AA231ABDE2D0EEF74D42:9\r
      """;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> padding = new CopyOnWriteArrayList<>();

  @Test
  void aServerLearnsFiveCharactersOfItsHashAndNoMore() {
    try (var server = LocalServer.start("/range/", exchange -> answer(exchange, 200, RANGE))) {
      var passwords = at(server.address("/range"));

      assertThat(passwords.contains(LEAKED)).isTrue();
      assertThat(passwords.contains("velo wolke tasse mond")).isFalse();
    }
    assertThat(asked).hasSize(2).allMatch(path -> path.matches("/range/[0-9A-F]{5}"));
    assertThat(asked.getFirst()).isEqualTo("/range/ABF7A");
    assertThat(padding).containsOnly("true");
  }

  @Test
  void whatIsOnlyPaddingIsNotListed() {
    var padded = RANGE.replace(":2", ":0");
    try (var server = LocalServer.start("/range/", exchange -> answer(exchange, 200, padded))) {
      assertThat(at(server.address("/range/")).contains(LEAKED)).isFalse();
    }
  }

  @Test
  void aServerThatRefusesOrIsAwayStopsNobodyAndIsALine(CapturedOutput lines) {
    String address;
    try (var server = LocalServer.start("/range/", exchange -> answer(exchange, 429, ""))) {
      address = server.address("/range/");
      assertThat(at(address).contains(LEAKED)).isFalse();
    }
    assertThat(at(address).contains(LEAKED)).isFalse();
    assertThat(lines.getOut())
        .contains("Leaked passwords cannot be looked up (IOException)", "(ConnectException)")
        .doesNotContain(LEAKED, "ABF7A");
  }

  @Test
  void nobodyWaitsLongForAServerThatIsSlow(CapturedOutput lines) {
    var over = new CountDownLatch(1);
    try (var server =
        LocalServer.start(
            "/range/",
            exchange -> {
              try {
                over.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              answer(exchange, 200, RANGE);
            })) {
      var began = System.nanoTime();
      assertThat(at(server.address("/range/")).contains(LEAKED)).isFalse();
      assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
      over.countDown();
    }
    assertThat(lines.getOut()).contains("(HttpTimeoutException)");
  }

  @Test
  void redirectsAreNotFollowed() {
    try (var elsewhere = LocalServer.start("/x/", exchange -> answer(exchange, 200, RANGE));
        var server =
            LocalServer.start(
                "/range/",
                exchange -> {
                  exchange.getResponseHeaders().add("Location", elsewhere.address("/x/ABF7A"));
                  answer(exchange, 302, "");
                })) {
      assertThat(at(server.address("/range/")).contains(LEAKED)).isFalse();
    }
    assertThat(asked).containsExactly("/range/ABF7A");
  }

  @Test
  void theOperatorsOwnCopyIsAFolder(@TempDir Path folder, CapturedOutput lines) throws IOException {
    Files.writeString(folder.resolve("ABF7A.txt"), RANGE.toLowerCase(Locale.ROOT));

    assertThat(at(folder.toString()).contains(LEAKED)).isTrue();

    Files.move(folder.resolve("ABF7A.txt"), folder.resolve("ABF7A"));
    assertThat(at(folder.toString()).contains(LEAKED)).isTrue();
    assertThat(at(folder.toString()).contains("velo wolke tasse mond")).isFalse();
    assertThat(lines.getOut()).contains("cannot be looked up (FileNotFoundException)");
  }

  @Test
  void onlyOverTlsAndOnlyWhenTheOperatorWantsIt() {
    assertThatThrownBy(() -> at("http://passwoerter.example/range/"))
        .hasMessageContaining("LEAKED_PASSWORDS");
    assertThat(at("").contains(LEAKED)).isFalse();
  }

  @Test
  void mayaIsToldToChooseAnother(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("ABF7A"), RANGE);
    var texts = new PasswordTexts(new PasswordRules(new CommonPasswords()), at(folder.toString()));

    var errors = new FieldErrors();
    texts.judge(LEAKED, List.of(), "password", errors);
    assertThat(errors.has("password")).isTrue();
  }

  private static LeakedPasswords at(String source) {
    return new LeakedPasswords(new LeakedSettings(source));
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    padding.add(String.valueOf(exchange.getRequestHeaders().getFirst("Add-Padding")));
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
