package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.Problem;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.payment.Paid;
import ch.meinkonto.payment.Payments;
import ch.meinkonto.payment.Way;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.SubmitOutcome;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.trust.LogEntry;
import ch.meinkonto.trust.TrustLog;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Anna has paid 68.50 francs; the office gives something back. */
class RefundTest {

  private static final BigDecimal FEE = new BigDecimal("68.50");
  private static final BigDecimal PART = new BigDecimal("20");
  private static final String REASON = "Eine Lektion fällt aus.";

  private final UnitKeys keys = CityOfTests.office();
  private final Unit office = CityOfTests.connect(keys);
  private final AccountId anna = Residents.register("Anna", "Zahlt");
  private final Browser browser =
      Browser.sending(
          CityOfTests.portal().address().getPort(), HeaderLogin.HEADER, anna.toString());

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aPartComesBackWithItsReasonInTheThreadAndOnTheReceipt() {
    var request = paidAndTaken();
    office.cases().once("r-1").refund(request.id(), PART, REASON);
    office.cases().once("r-1").refund(request.id(), PART, REASON);

    assertThat(browser.firstThread()).contains("gibt Ihnen Geld zurück", "CHF 20.00", REASON);
    var sent = browser.get("/antraege/" + request.id() + "/bestaetigung").body();
    assertThat(sent).contains("Ein Teil zurück");
    assertThat(receipt(sent)).contains("Bezahlt am", "Zurück am", "CHF 68.50", "CHF 20.00");
    assertThat(CityOfTests.portal().bean(TrustLog.class).all(anna.value()))
        .extracting(LogEntry::kind)
        .containsOnlyOnce("refund-decided");
  }

  @Test
  void neverMoreThanWasPaidAndEachNameOnce() {
    var request = paidAndTaken();
    office.cases().once("r-1").refund(request.id(), PART, REASON);
    var otherwise = new Door(keys).event(new UnitEvent.Refund(request.id(), "r-1", FEE, REASON));
    assertThat(otherwise.status()).isEqualTo(422);
    assertThat(otherwise.body()).contains("other-amount");
    refused("more-than-paid", () -> office.cases().once("r-2").refund(request.id(), FEE, REASON));
    office.cases().once("r-3").refund(request.id(), FEE.subtract(PART), REASON);
    refused(
        "more-than-paid",
        () -> office.cases().once("r-4").refund(request.id(), new BigDecimal("0.05"), REASON));
    assertThat(payment(request)).isEqualByComparingTo(FEE);
    assertThat(browser.get("/antraege/" + request.id() + "/bestaetigung").body())
        .contains("Geld zurück")
        .doesNotContain("Ein Teil zurück");
  }

  @Test
  void nothingComesBackOfWhatWasNotPaid() {
    var request = submitted();
    browser.submit(pay(request), pay(request) + "/rechnung", Map.of());
    taken();
    refused("not-paid", () -> office.cases().refund(request.id(), PART, REASON));
  }

  @Test
  void anotherOfficeHasNoSayInIt() {
    var request = paidAndTaken();
    try (var other = CityOfTests.connect(CityOfTests.office())) {
      assertThatThrownBy(() -> other.cases().refund(request.id(), PART, REASON))
          .isInstanceOfSatisfying(
              PortalRefused.class,
              refusal -> assertThat(refusal.problem().is(ProblemType.NOT_FOUND)).isTrue());
    }
    assertThat(payment(request)).isEqualByComparingTo(BigDecimal.ZERO);
  }

  private static void refused(String detail, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            PortalRefused.class,
            refusal ->
                assertThat(refusal.problem())
                    .isEqualTo(Problem.of(ProblemType.NOT_POSSIBLE_NOW, detail)));
  }

  private RequestEnvelope paidAndTaken() {
    var request = submitted();
    Paid.at(CityOfTests.portal(), pay(request));
    taken();
    return request;
  }

  private void taken() {
    assertThat(office.receiveOnce(_ -> Outcome.accepted(), 10, Duration.ZERO).accepted())
        .isEqualTo(1);
  }

  private RequestEnvelope submitted() {
    var plain = Residents.request(keys, anna, "{}");
    var costly =
        new NewRequest(
            plain.draftId(),
            plain.service(),
            plain.schemaVersion(),
            plain.unit(),
            plain.account(),
            plain.assurance(),
            plain.language(),
            plain.answers(),
            null,
            List.of(),
            List.of(),
            new NewRequest.Due(FEE, Set.of(Way.ONLINE, Way.INVOICE)));
    if (CityOfTests.portal().bean(Requests.class).submit(costly)
        instanceof SubmitOutcome.Unpaid(var request, var _)) {
      return request;
    }
    throw new AssertionError("nothing to pay");
  }

  private static String pay(RequestEnvelope request) {
    return CityOfTests.portal()
        .bean(Payments.class)
        .of("request", request.id().value())
        .orElseThrow()
        .address();
  }

  private static BigDecimal payment(RequestEnvelope request) {
    return CityOfTests.portal()
        .bean(Payments.class)
        .of("request", request.id().value())
        .orElseThrow()
        .refunded();
  }

  private String receipt(String page) {
    var link = Pattern.compile("/bezahlen/[0-9a-f-]{36}/quittung").matcher(page);
    assertThat(link.find()).isTrue();
    return browser.get(link.group()).body();
  }
}
