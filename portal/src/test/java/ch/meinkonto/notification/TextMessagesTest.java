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
import java.util.List;
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
  @Autowired SmsOutbox outbox;
  @Autowired SmsPostman postman;
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
    var id = outbox.add(number, "Ihr Code ist 123456.", inFiveMinutes());
    assertThat(
            jdbc.sql("SELECT encode(sealed, 'escape') FROM notification_sms WHERE id = ?")
                .param(id)
                .query(String.class)
                .single())
        .doesNotContain(number, "123456");
    outbox.erase(id);
  }

  @Test
  void aGatewayThatIsBusyGetsItAgainUnderTheSameId() {
    phones.refuse(number, 503, 429);
    var id = outbox.add(number, "Ihr Code ist 123456.", inFiveMinutes());

    var again = postman.send(id).orElseThrow();
    assertThat(Duration.between(clock.instant(), again)).isLessThan(Duration.ofSeconds(3));
    assertThat(postman.send(id)).isPresent();
    assertThat(postman.send(id)).isEmpty();

    assertThat(phones.messages(number))
        .hasSize(3)
        .extracting(Phones.Message::key)
        .containsOnly(id.toString());
    assertThat(outbox.find(id)).isEmpty();
  }

  @Test
  void whatTheGatewayRefusesForGoodIsNotSentAgain(CapturedOutput output) {
    phones.refuse(number, 400);
    var id = outbox.add(number, "Ihr Code ist 123456.", inFiveMinutes());

    assertThat(postman.send(id)).isEmpty();

    assertThat(outbox.find(id)).isEmpty();
    assertThat(output.getAll())
        .contains("The SMS gateway answered 400 to the message " + id)
        .doesNotContain(number, "123456");
  }

  @Test
  void aCodeThatIsWorthNothingAnyMoreIsNotSent() {
    var id = outbox.add(number, "Ihr Code ist 123456.", inFiveMinutes());
    clock.tick(Duration.ofMinutes(6));

    assertThat(postman.send(id)).isEmpty();

    assertThat(phones.messages(number)).isEmpty();
    assertThat(outbox.find(id)).isEmpty();
  }

  @Test
  void aGatewayThatIsAwayIsTriedAgain(CapturedOutput output) {
    var away = gateway("http://localhost:1/sms", "", "", "");
    assertThat(away.send(message("Hallo 4711"))).isEqualTo(SmsGateway.Outcome.LATER);
    assertThat(output.getAll()).contains("does not answer").doesNotContain(number, "4711");
  }

  @Test
  void eachProviderGetsItsOwnJsonAndItsToken(@TempDir Path folder) throws IOException {
    var token = Files.writeString(folder.resolve("token"), "geheim\n");
    var body = "{\"to\": \"{to}\", \"from\": \"{from}\", \"text\": \"{digits}: {text}\"}";
    var gateway = gateway(Phones.url(), token.toString(), "App {token}", body);

    assertThat(gateway.send(message("«{to}» \"gut\"\n$1"))).isEqualTo(SmsGateway.Outcome.TAKEN);

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

  private SmsGateway gateway(String url, String tokenFile, String authorization, String body) {
    return new HttpSmsGateway(
        new SmsSettings(url, "", tokenFile, authorization, body, "Stadt", List.of("CH"), 10), JSON);
  }

  private SmsGateway.Message message(String text) {
    return new SmsGateway.Message(Ids.next(), number, text);
  }

  private TextMessage code(Locale locale) {
    return new TextMessage("code", number, locale, Map.of("code", "123456"), inFiveMinutes());
  }

  private Instant inFiveMinutes() {
    return clock.instant().plus(Duration.ofMinutes(5));
  }

  private int waiting() {
    return jdbc.sql("SELECT count(*) FROM notification_sms").query(Integer.class).single();
  }
}
