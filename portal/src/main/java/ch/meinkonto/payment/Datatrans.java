package ch.meinkonto.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.platform.OutgoingHttp;
import ch.meinkonto.platform.PortalSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API of Datatrans, version 1: redirect integration, money reserved first and booked once what
 * it is for goes on. Amounts are in Rappen there.
 */
@Component
class Datatrans implements Provider {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String TRANSACTIONS = "/v1/transactions";
  private static final int RAPPEN = 2;

  private final PaymentSettings settings;
  private final PortalSettings portal;
  private final JsonMapper json;
  private final HttpClient http =
      OutgoingHttp.client(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

  Datatrans(PaymentSettings settings, PortalSettings portal, JsonMapper json) {
    this.settings = settings;
    this.portal = portal;
    this.json = json;
  }

  private record Started(@Nullable String transactionId) {}

  private record Status(
      @Nullable String status,
      @Nullable String refno,
      @Nullable String currency,
      @Nullable String paymentMethod,
      @Nullable Detail detail,
      @Nullable List<Event> history) {}

  private record Detail(@Nullable Money authorize, @Nullable Money settle) {}

  private record Money(@Nullable Long amount) {}

  private record Event(@Nullable String action, boolean success, @Nullable Long amount) {}

  @Override
  public boolean present() {
    return settings.present();
  }

  @Override
  public Begun begin(Attempt attempt, Payment payment, URI back) {
    var body =
        Map.of(
            "currency", "CHF",
            "refno", attempt.reference(),
            "amount", rappen(payment.amount()),
            "paymentMethods", settings.methods(),
            "language", payment.language().getLanguage(),
            "autoSettle", false,
            "redirect",
                Map.of("successUrl", back, "cancelUrl", back, "errorUrl", back, "method", "GET"),
            "webhook", Map.of("url", portal.url(NoticeEndpoint.PATH)));
    var answer = post(TRANSACTIONS, attempt.id() + "-init", body);
    var transaction = read(answer, Started.class).transactionId();
    if (transaction == null || !transaction.matches("[A-Za-z0-9-]{1,64}")) {
      throw new ProviderAway("it names no transaction");
    }
    return new Begun(transaction, settings.page(transaction));
  }

  @Override
  public Seen look(String transaction) {
    var request = request(TRANSACTIONS + "/" + transaction).GET().build();
    var status = read(send(request), Status.class);
    var refno = status.refno();
    if (status.status() == null || refno == null) {
      throw new ProviderAway("it says nothing about " + transaction);
    }
    return new Seen(
        state(status.status()),
        refno,
        amount(status.detail()),
        status.currency() == null ? "" : status.currency(),
        status.paymentMethod(),
        credited(status.history() == null ? List.of() : status.history()));
  }

  /** Each time that something was given back has its line in the history of what was booked. */
  private static BigDecimal credited(List<Event> history) {
    return BigDecimal.valueOf(
        history.stream()
            .filter(event -> "credit".equals(event.action()) && event.success())
            .mapToLong(event -> event.amount() == null ? 0 : event.amount())
            .sum(),
        RAPPEN);
  }

  private static Seen.State state(String status) {
    return switch (status) {
      case "authorized" -> Seen.State.AUTHORIZED;
      case "settled", "transmitted" -> Seen.State.SETTLED;
      case "canceled", "failed" -> Seen.State.GONE;
      default -> Seen.State.UNDER_WAY; // initialized, challenge_…, authenticated
    };
  }

  private static @Nullable BigDecimal amount(@Nullable Detail detail) {
    if (detail == null) {
      return null;
    }
    var money = detail.settle() == null ? detail.authorize() : detail.settle();
    return money == null || money.amount() == null
        ? null
        : BigDecimal.valueOf(money.amount(), RAPPEN);
  }

  @Override
  public void settle(Attempt attempt, Payment payment) {
    post(at(attempt, "settle"), attempt.id() + "-settle", money(attempt, payment.amount()));
  }

  @Override
  public void release(Attempt attempt, Payment payment) {
    post(at(attempt, "cancel"), attempt.id() + "-cancel", Map.of("refno", attempt.reference()));
  }

  @Override
  public void refund(Attempt attempt, BigDecimal amount, BigDecimal total) {
    var key = attempt.id() + "-credit-" + rappen(total);
    post(at(attempt, "credit"), key, money(attempt, amount));
  }

  private static String at(Attempt attempt, String what) {
    return TRANSACTIONS + "/" + attempt.transaction() + "/" + what;
  }

  private static Map<String, Object> money(Attempt attempt, BigDecimal francs) {
    return Map.of("amount", rappen(francs), "currency", "CHF", "refno", attempt.reference());
  }

  private static long rappen(BigDecimal francs) {
    return francs.movePointRight(RAPPEN).longValueExact();
  }

  private String post(String path, String key, Map<String, ?> body) {
    return send(
        request(path)
            .header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    var credentials = settings.merchant() + ":" + settings.secret();
    return HttpRequest.newBuilder(settings.api(path))
        .timeout(PATIENCE)
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
  }

  private String send(HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new ProviderAway(request.method() + " answers " + answer.statusCode() + code(answer));
      }
      return answer.body();
    } catch (IOException e) {
      throw new ProviderAway(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderAway("interrupted");
    }
  }

  /** The code of its error, which names no person. */
  private String code(HttpResponse<String> answer) {
    try {
      var code = json.readTree(answer.body()).path("error").path("code").asString("");
      return code.matches("[A-Z0-9_]{1,60}") ? " " + code : "";
    } catch (JacksonException e) {
      return "";
    }
  }

  private <T> T read(String body, Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (JacksonException e) {
      throw new ProviderAway("it answers no JSON as it should");
    }
  }
}
