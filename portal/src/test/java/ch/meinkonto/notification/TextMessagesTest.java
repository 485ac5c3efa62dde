package ch.meinkonto.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.platform.Ids;
import ch.meinkonto.testing.Phones;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.TickingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Text messages go out over HTTP, beside the request. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class TextMessagesTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Autowired TextMessages messages;
  @Autowired Dispatches dispatches;
  @Autowired Dispatcher dispatcher;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Phones phones;
  @Autowired TickingClock clock;

  private String number;

  @BeforeEach
  void mayaHasAPhone() {
    number = phones.newNumber();
  }

  @Test
  void mayaGetsHerCodeInHerLanguage() {
    messages.send(code(Locale.ENGLISH));

    assertThat(phones.awaitMessages(number, 1).getFirst().text())
        .contains("your code is 123456")
        .endsWith("@localhost #123456");
    await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 0);
  }

  @Test
  void nothingIsSentWhenTheCallersTransactionFails() {
    var after = phones.newNumber();
    transaction.executeWithoutResult(status -> {
      messages.send(code(Locale.GERMAN));
      status.setRollbackOnly();
    });
    messages.send(
        new TextMessage("code", after, Locale.GERMAN, Map.of("code", "1"), inFiveMinutes()));

    phones.awaitMessages(after, 1);
    assertThat(phones.messages(number)).isEmpty();
  }

  @Test
  void whatWaitsIsSealed() {
    var id = dispatches.add(Carrier.SMS, values("Ihr Code ist 123456."), inFiveMinutes());
    assertThat(
            jdbc.sql("SELECT encode(sealed, 'escape') FROM notification_dispatch WHERE id = ?")
                .param(id)
                .query(String.class)
                .single())
        .doesNotContain(number, "123456");
    dispatches.erase(id);
  }

  @Test
  void aGatewayThatIsBusyGetsItAgainUnderTheSameId() {
    phones.refuse(number, 503, 429);
    var id = dispatches.add(Carrier.SMS, values("Ihr Code ist 123456."), inFiveMinutes());

    var again = dispatcher.send(id).orElseThrow();
    assertThat(Duration.between(clock.instant(), again)).isLessThan(Duration.ofSeconds(3));
    assertThat(dispatcher.send(id)).isPresent();
    assertThat(dispatcher.send(id)).isEmpty();

    assertThat(phones.messages(number))
        .hasSize(3)
        .extracting(Phones.Message::key)
        .containsOnly(id.toString());
    assertThat(dispatches.find(id)).isEmpty();
  }

  @Test
  void whatTheGatewayRefusesForGoodIsNotSentAgain(CapturedOutput output) {
    phones.refuse(number, 400);
    var id = dispatches.add(Carrier.SMS, values("Ihr Code ist 123456."), inFiveMinutes());

    assertThat(dispatcher.send(id)).isEmpty();

    assertThat(dispatches.find(id)).isEmpty();
    assertThat(output.getAll())
        .contains("The SMS gateway answered 400 to " + id)
        .doesNotContain(number, "123456");
  }

  @Test
  void aCodeThatIsWorthNothingAnyMoreIsNotSent() {
    var id = dispatches.add(Carrier.SMS, values("Ihr Code ist 123456."), inFiveMinutes());
    clock.tick(Duration.ofMinutes(6));

    assertThat(dispatcher.send(id)).isEmpty();

    assertThat(phones.messages(number)).isEmpty();
    assertThat(dispatches.find(id)).isEmpty();
  }

  @Test
  void aGatewayThatIsAwayIsTriedAgain(CapturedOutput output) {
    var away = gateway("http://localhost:1/sms", "", "", "");
    assertThat(away.send(message("Hallo 4711"))).isEqualTo(Gateway.Outcome.LATER);
    assertThat(output.getAll()).contains("does not answer").doesNotContain(number, "4711");
  }

  @Test
  void eachProviderGetsItsOwnJsonAndItsToken(@TempDir Path folder) throws IOException {
    var token = Files.writeString(folder.resolve("token"), "geheim\n");
    var body = "{\"to\": \"{to}\", \"from\": \"{from}\", \"text\": \"{digits}: {text}\"}";
    var gateway = gateway(Phones.url(), token.toString(), "App {token}", body);

    assertThat(gateway.send(message("«{to}» \"gut\"\n$1"))).isEqualTo(Gateway.Outcome.TAKEN);

    var arrived = phones.messages(number).getFirst();
    assertThat(arrived.authorization()).isEqualTo("App geheim");
    assertThat(arrived.text()).isEqualTo(number.substring(1) + ": «{to}» \"gut\"\n$1");
  }

  @Test
  void aTemplateThatYieldsNoJsonIsFoundAtTheStart() {
    assertThatThrownBy(() -> gateway("http://localhost:1/sms", "", "", "{\"to\": {to}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SMS_BODY");
  }

  private static Gateway gateway(String url, String tokenFile, String authorization, String body) {
    return new HttpGateway(
        Carrier.SMS, new GatewaySettings(url, "", tokenFile, authorization, body), "{}", JSON);
  }

  private Gateway.Parcel message(String text) {
    return new Gateway.Parcel(Ids.next(), values(text));
  }

  private Map<String, String> values(String text) {
    return Map.of("to", number, "digits", number.substring(1), "from", "Mein Konto", "text", text);
  }

  private TextMessage code(Locale locale) {
    return new TextMessage("code", number, locale, Map.of("code", "123456"), inFiveMinutes());
  }

  private Instant inFiveMinutes() {
    return clock.instant().plus(Duration.ofMinutes(5));
  }

  private int waiting() {
    return jdbc.sql("SELECT count(*) FROM notification_dispatch").query(Integer.class).single();
  }
}
