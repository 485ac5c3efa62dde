package ch.meinkonto.simulator.payment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the city that something was paid, again and again until it hears. */
@Component
class Notices {

  private static final Logger log = LoggerFactory.getLogger(Notices.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration LATE = Duration.ofMinutes(1);
  private static final int TRIES = 5;

  private final Merchant merchant;
  private final Faults faults;
  private final JsonMapper json;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  Notices(Merchant merchant, Faults faults, JsonMapper json) {
    this.merchant = merchant;
    this.faults = faults;
    this.json = json;
  }

  void paid(Transaction transaction) {
    var url = transaction.notices();
    var fault = faults.now();
    if (url == null || fault == Fault.NO_NOTICE || fault == Fault.SILENT) {
      return;
    }
    var body = json.writeValueAsBytes(Status.of(transaction));
    for (var time = 0; time < (fault == Fault.TWICE ? 2 : 1); time++) {
      Thread.ofVirtual()
          .name("notice " + transaction.refno())
          .start(
              () -> tell(URI.create(url), body, fault == Fault.LATE_NOTICE ? LATE : Duration.ZERO));
    }
  }

  private void tell(URI url, byte[] body, Duration wait) {
    try {
      Thread.sleep(wait);
      for (var turn = 1; turn <= TRIES; turn++) {
        if (heard(url, body)) {
          return;
        }
        Thread.sleep(Duration.ofSeconds(turn * 2L));
      }
      log.warn("The city does not hear that something was paid");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean heard(URI url, byte[] body) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Datatrans-Signature", merchant.signature(System.currentTimeMillis(), body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException e) {
      return false;
    }
  }
}
