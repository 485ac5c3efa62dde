package ch.meinkonto.access;

import ch.meinkonto.access.PushSubscriptions.Subscription;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.OutgoingHttp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes phones when something is asked of them (Web Push, RFC 8030). Nothing is sent along: the
 * service learns that a phone is woken, not what for. One that is not woken shows the request as
 * soon as the app is opened, so nothing is tried again.
 */
@Component
class Pushes {

  private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int GONE = 410;
  private static final int NOT_FOUND = 404;

  /** Push services that hang hold so many threads at most. */
  private static final int AT_ONCE = 100;

  private final PushSubscriptions subscriptions;
  private final PushServices services;
  private final Vapid vapid;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final HttpClient http = OutgoingHttp.client(PATIENCE).build();

  Pushes(PushSubscriptions subscriptions, PushServices services, Vapid vapid) {
    this.subscriptions = subscriptions;
    this.services = services;
    this.vapid = vapid;
  }

  /** Wakes the account's phones once the caller's transaction is through, beside the request. */
  void wake(AccountId account) {
    if (!services.any()) {
      return;
    }
    var phones = subscriptions.of(account);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            send(phones);
          }
        });
  }

  private void send(List<Subscription> phones) {
    for (var phone : phones) {
      if (!places.tryAcquire()) {
        LOG.warn("Push services are slow: phones are not woken");
        return;
      }
      Thread.ofVirtual()
          .name("access-push")
          .start(() -> {
            try {
              send(phone);
            } finally {
              places.release();
            }
          });
    }
  }

  private void send(Subscription phone) {
    var endpoint = services.endpoint(phone.endpoint().toString());
    if (endpoint.isEmpty()) {
      subscriptions.remove(phone.phone()); // the city does not want this service any more
      return;
    }
    var request =
        HttpRequest.newBuilder(endpoint.get())
            .timeout(PATIENCE)
            .header("TTL", String.valueOf(SignIns.VALID.toSeconds()))
            .header("Urgency", "high")
            .header("Topic", "access")
            .header("Authorization", vapid.authorization(endpoint.get()))
            .POST(BodyPublishers.noBody())
            .build();
    try {
      var status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status == GONE || status == NOT_FOUND) {
        subscriptions.remove(phone.phone());
      } else if (status / 100 != 2) {
        LOG.warn("The push service {} answered {}", endpoint.get().getHost(), status);
      }
    } catch (IOException e) {
      LOG.warn("The push service {} does not answer", endpoint.get().getHost());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
