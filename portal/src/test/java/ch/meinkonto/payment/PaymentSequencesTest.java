package ch.meinkonto.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.payment.ProviderOfTests.Mood;
import ch.meinkonto.payment.ProviderOfTests.Transaction;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.SubmitOutcome;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.testing.RunningPortal;
import ch.meinkonto.unit.UnitKeys;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Generated sequences of all that can happen to a payment: whatever the order, in the end it is
 * paid once and its request with the unit, or nothing is paid, or all is given back.
 *
 * <p>{@code PAYMENT_SEQUENCES} says how many.
 */
class PaymentSequencesTest {

  private static final int SEQUENCES =
      Integer.parseInt(System.getenv().getOrDefault("PAYMENT_SEQUENCES", "60"));
  private static final int MOST_STEPS = 20;

  /** What people usually do comes more often than what hardly ever happens. */
  private static final List<Step> STEPS =
      Stream.concat(
              Stream.of(Step.values()),
              Collections.nCopies(
                      4,
                      List.of(
                          Step.GOES_TO_PROVIDER,
                          Step.PAYS,
                          Step.PROVIDER_TELLS,
                          Step.COMES_BACK,
                          Step.PROVIDER_IS_WELL,
                          Step.UNIT_REJECTS,
                          Step.UNIT_REFUNDS))
                  .stream()
                  .flatMap(List::stream))
          .toList();

  private static final ProviderOfTests PROVIDER = new ProviderOfTests();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static RunningPortal portal;
  private static UnitKeys office;

  /** Something that can happen. */
  private enum Step {
    GOES_TO_PROVIDER,
    PAYS,
    IS_DECLINED,
    CANCELS_THERE,
    COMES_BACK,
    PROVIDER_TELLS,
    CHANGES_AND_SENDS_AGAIN,
    SENDS_AGAIN,
    TAKES_INVOICE,
    TIME_IS_OVER,
    CLEARS,
    UNIT_REJECTS,
    UNIT_REFUNDS,
    PROVIDER_IS_SILENT,
    PROVIDER_FORGETS,
    PROVIDER_IS_WELL
  }

  @BeforeAll
  static void open() {
    office = CityOfTests.office();
    portal =
        CityOfTests.start(
            RunningPortal.freePort(),
            "--meinkonto.payment.url=" + PROVIDER.address(),
            "--meinkonto.payment.pages=" + PROVIDER.address(),
            "--meinkonto.payment.merchant=m",
            "--meinkonto.payment.password=p",
            "--meinkonto.payment.sign-key=" + ProviderOfTests.SIGN_KEY);
  }

  @AfterAll
  static void close() {
    portal.close();
    PROVIDER.close();
  }

  @Test
  void whateverTheOrderItIsPaidOnceOrNotAtAll() {
    var ends = new EnumMap<PaymentState, Integer>(PaymentState.class);
    for (var seed = 1; seed <= SEQUENCES; seed++) {
      var story = new Story(seed);
      story.happens();
      story.ends().forEach(state -> ends.merge(state, 1, Integer::sum));
    }
    System.out.println(SEQUENCES + " sequences ended with payments that are " + ends);
    assertThat(ends.keySet()).contains(PaymentState.PAID, PaymentState.DROPPED);
  }

  @Test
  void whatTheProviderGivesBackByItselfIsADifference() {
    var story = new Story(0);
    story.take(Step.GOES_TO_PROVIDER);
    story.take(Step.PAYS);
    story.take(Step.COMES_BACK);
    story.ends();
    var there = story.there().orElseThrow();
    there.credits.add(500L);
    portal
        .bean(JdbcClient.class)
        .sql(
            """
            UPDATE payment_attempt SET compared_at = NULL, state_since = now() - interval '1 day'
            WHERE payment_id = :payment
            """)
        .param("payment", story.payments.getFirst().id().value())
        .update();
    portal.bean(Comparison.class).run(Duration.ofHours(1));
    assertThat(story.differences()).containsExactly("refunded-more");
    there.credits.clear();
    portal.bean(Comparison.class).run(Duration.ZERO);
    assertThat(story.differences()).isEmpty();
  }

  /** One resident, one draft, and what happens to its payments. */
  private static final class Story {

    private final Random random;
    private final List<String> told = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final UUID draft = UUID.randomUUID();
    private final AccountId anna = Residents.register(portal, "Anna", "Zahlt");
    private final Browser browser =
        Browser.sending(portal.address().getPort(), HeaderLogin.HEADER, anna.toString());
    private final String token;
    private final Map<String, BigDecimal> refunds = new HashMap<>();
    private boolean rejected;

    Story(int seed) {
      random = new Random(seed);
      told.add("seed " + seed);
      send(10);
      token = browser.token(payments.getLast().address());
    }

    void happens() {
      var steps = 5 + random.nextInt(MOST_STEPS);
      for (var i = 0; i < steps; i++) {
        var step = STEPS.get(random.nextInt(STEPS.size()));
        told.add(step.name());
        take(step);
      }
    }

    private void take(Step step) {
      switch (step) {
        case GOES_TO_PROVIDER -> browser.post(any().address() + "/online", token, Map.of());
        case PAYS -> there().ifPresent(one -> PROVIDER.somebody(one, "authorized"));
        case IS_DECLINED -> there().ifPresent(one -> PROVIDER.somebody(one, "failed"));
        case CANCELS_THERE -> there().ifPresent(one -> PROVIDER.somebody(one, "canceled"));
        case COMES_BACK -> browser.get(any().address() + "/zurueck");
        case PROVIDER_TELLS -> there().ifPresent(Story::tell);
        case CHANGES_AND_SENDS_AGAIN -> {
          browser.post(any().address() + "/aendern", token, Map.of());
          send(10 + random.nextInt(90));
        }
        case SENDS_AGAIN -> send(10 + random.nextInt(90));
        case TAKES_INVOICE -> {
          if (random.nextInt(3) == 0) {
            portal.bean(Cashier.class).invoice(any().id());
          }
        }
        case TIME_IS_OVER -> {
          if (random.nextInt(3) == 0) {
            portal.bean(Cashier.class).drop(any().id());
          }
        }
        case CLEARS -> clear();
        case UNIT_REJECTS -> request().ifPresent(this::maybeRejected);
        case UNIT_REFUNDS -> request().ifPresent(this::refunded);
        case PROVIDER_IS_SILENT -> PROVIDER.mood(Mood.SILENT);
        case PROVIDER_FORGETS -> PROVIDER.mood(Mood.FORGETFUL);
        case PROVIDER_IS_WELL -> PROVIDER.mood(Mood.WELL);
      }
    }

    private void maybeRejected(RequestEnvelope request) {
      if (random.nextBoolean()) {
        portal.bean(Payments.class).giveBack("request", request.id().value());
        rejected = true;
      }
    }

    /**
     * What the unit gives back is what the model says: never more than was paid, each name once.
     */
    private void refunded(RequestEnvelope request) {
      var payment = portal.bean(Payments.class).of("request", request.id().value()).orElseThrow();
      var name = "r-" + random.nextInt(4);
      var amount = BigDecimal.valueOf(50 + random.nextInt(6_000), 2);
      var expected = decided(payment, name, amount);
      assertThat(portal.bean(Payments.class).refund("request", request.id().value(), name, amount))
          .as(told.toString())
          .isEqualTo(expected);
      if (expected == RefundOutcome.DECIDED) {
        refunds.put(name, amount);
        told.add("gives back " + amount);
      }
    }

    private RefundOutcome decided(Payment payment, String name, BigDecimal amount) {
      var known = refunds.get(name);
      if (known != null) {
        return known.compareTo(amount) == 0 ? RefundOutcome.KNOWN : RefundOutcome.DIFFERENT;
      }
      if (payment.state() != PaymentState.PAID && payment.state() != PaymentState.REFUNDED) {
        return RefundOutcome.NOT_PAID;
      }
      return rejected || sum().add(amount).compareTo(payment.amount()) > 0
          ? RefundOutcome.TOO_MUCH
          : RefundOutcome.DECIDED;
    }

    private BigDecimal sum() {
      return refunds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Payment any() {
      return payments.get(random.nextInt(payments.size()));
    }

    /** One of what this story began at the provider. */
    private Optional<Transaction> there() {
      var all = PROVIDER.of(references());
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private List<String> references() {
      return payments.stream()
          .flatMap(payment -> portal.bean(Attempts.class).of(payment.id()).stream())
          .map(Attempt::reference)
          .toList();
    }

    private Optional<RequestEnvelope> request() {
      return portal.bean(Requests.class).ofAccount(anna).stream().findFirst();
    }

    private void send(int francs) {
      var plain = Residents.request(office, anna, "{}");
      var request =
          new NewRequest(
              draft,
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
              new NewRequest.Due(new BigDecimal(francs + ".50"), Set.of(Way.ONLINE, Way.INVOICE)));
      switch (portal.bean(Requests.class).submit(request)) {
        case SubmitOutcome.Unpaid(var _, var payment) -> payments.add(payment);
        case SubmitOutcome.Received(var received) -> told.add("is sent: " + received.reference());
        case SubmitOutcome.NoPlace(var why) -> throw new AssertionError(why);
        case SubmitOutcome.UnitCannotReceive() -> throw new AssertionError("no key");
      }
    }

    private static void tell(Transaction transaction) {
      var body = PROVIDER.said(transaction);
      var time = Long.toString(System.currentTimeMillis());
      try {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(
            new SecretKeySpec(HexFormat.of().parseHex(ProviderOfTests.SIGN_KEY), "HmacSHA256"));
        mac.update(time.getBytes(UTF_8));
        var request =
            HttpRequest.newBuilder(URI.create(portal.address() + NoticeEndpoint.PATH))
                .header("Content-Type", "application/json")
                .header(
                    "Datatrans-Signature",
                    "t=" + time + ",s0=" + HexFormat.of().formatHex(mac.doFinal(body)))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode()).isIn(204, 503);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    /** Everything that is due, or was put off, is done now. */
    private void clear() {
      portal
          .bean(JdbcClient.class)
          .sql(
              "UPDATE payment_attempt SET next_at = now() - interval '1 year' WHERE next_at IS NOT NULL")
          .update();
      portal.bean(Clearing.class).run();
    }

    /** Nothing happens any more, and the provider is there: what is left? */
    List<PaymentState> ends() {
      PROVIDER.mood(Mood.WELL);
      for (var turn = 0; turn < 4; turn++) {
        clear();
      }
      assertThat(portal.bean(Comparison.class).run(Duration.ZERO)).isTrue();
      assertThat(differences()).as(told.toString()).isEmpty();
      var ended =
          payments.stream()
              .map(payment -> portal.bean(PaymentLedger.class).find(payment.id()).orElseThrow())
              .toList();
      ended.forEach(this::isConsistent);
      var sent = request().isPresent();
      assertThat(ended.stream().filter(Story::wentOn).count())
          .as(told.toString())
          .isEqualTo(sent ? 1 : 0);
      return ended.stream().map(Payment::state).toList();
    }

    /** What staff would have to do about it. */
    List<String> differences() {
      var numbers = payments.stream().map(Payment::number).toList();
      return portal.bean(Books.class).differences().stream()
          .filter(one -> numbers.contains(one.number()))
          .map(Difference::kind)
          .toList();
    }

    /** Whether its request went to the unit. */
    private static boolean wentOn(Payment payment) {
      return payment.state().certain()
          || payment.state() == PaymentState.REFUNDED
          || payment.way() == Way.INVOICE;
    }

    private void isConsistent(Payment payment) {
      var references =
          portal.bean(Attempts.class).of(payment.id()).stream().map(Attempt::reference).toList();
      var there = PROVIDER.of(references);
      assertThat(there).as(told.toString()).noneMatch(one -> one.status.equals("authorized"));
      var paid = payment.state() == PaymentState.PAID;
      assertThat(there.stream().mapToLong(Transaction::kept).sum())
          .as(told.toString())
          .isEqualTo(
              paid ? payment.amount().subtract(sum()).movePointRight(2).longValueExact() : 0);
      if (payment.state() == PaymentState.REFUNDED) {
        assertThat(rejected || sum().compareTo(payment.amount()) == 0).as(told.toString()).isTrue();
      }
    }
  }
}
