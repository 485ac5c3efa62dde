package ch.meinkonto.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The confirmation shows what a unit answers at once, and waits for no other. */
class ImmediateAnswersTest {

  private static final Duration LONGEST = Duration.ofSeconds(2); // as CityOfTests has it

  private final UnitKeys keys = CityOfTests.office();
  private final Unit office = CityOfTests.connect(keys);
  private final AccountId anna = Residents.register("Anna", "Keller");
  private final HttpClient browser = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void showsTheAnswerAsSoonAsItIsThere() {
    var sent = sends(true);
    var page = CompletableFuture.supplyAsync(() -> confirmation(sent));
    office.receiveOnce(_ -> Outcome.accepted(), 1, Duration.ofSeconds(2));
    office.cases().state(sent.id(), RequestState.DECIDED, "Ihre Frist ist <b>verlängert</b>.");

    assertThat(page.join())
        .contains("hat über Ihren Antrag entschieden", "Ihre Frist ist &lt;b", "Entschieden");
  }

  @Test
  void waitsNoLongerThanPromisedAndLeavesTheRestToTheMessages() {
    var sent = sends(true);
    var began = Instant.now();
    var page = confirmation(sent);
    assertThat(Duration.between(began, Instant.now()))
        .isBetween(Duration.ofMillis(500), LONGEST.plusSeconds(3));
    assertThat(page).contains("Ihr Antrag ist angekommen").doesNotContain("hat schon geantwortet");

    office.receiveOnce(_ -> Outcome.accepted(), 1, Duration.ZERO);
    office.cases().message(sent.id(), "Etwas später.");
    CityOfTests.clock().tick(LONGEST.plusSeconds(1));
    assertThat(confirmation(sent)).contains("hat schon geantwortet", "Etwas später.");
  }

  @Test
  void neverWaitsForAUnitThatDoesNotAnswerAtOnce() {
    var sent = sends(false);
    var began = Instant.now();
    assertThat(confirmation(sent)).contains("Ihr Antrag ist angekommen");
    assertThat(Duration.between(began, Instant.now())).isLessThan(LONGEST.minusMillis(500));
  }

  private RequestEnvelope sends(boolean atOnce) {
    var service =
        CityOfTests.portal().bean(Catalogue.class).all(Locale.GERMAN).stream()
            .filter(one -> one.answersAtOnce() == atOnce)
            .map(Service::id)
            .findFirst()
            .orElseThrow();
    return Residents.send(
        new NewRequest(
            UUID.randomUUID(),
            new ServiceId(service.value()),
            1,
            new UnitId(keys.unitId()),
            anna,
            Assurance.LOGIN,
            Locale.GERMAN,
            "{}".getBytes(UTF_8),
            null,
            List.of(),
            List.of(),
            null));
  }

  private String confirmation(RequestEnvelope sent) {
    var request =
        HttpRequest.newBuilder(
                CityOfTests.portal().address().resolve("/antraege/" + sent.id() + "/bestaetigung"))
            .header(HeaderLogin.HEADER, anna.toString())
            .header("Accept-Language", "de")
            .build();
    return browser.sendAsync(request, BodyHandlers.ofString()).join().body();
  }
}
