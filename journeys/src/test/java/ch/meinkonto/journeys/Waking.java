package ch.meinkonto.journeys;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;

/** Wakes the app on a phone, as its push service would. */
final class Waking {

  private static final String NOTICES =
      """
      async () => {
        const registration = await navigator.serviceWorker.ready;
        for (let look = 0; look < 100; look++) {
          const [notice] = await registration.getNotifications();
          if (notice) return notice.body;
          await new Promise((next) => setTimeout(next, 100));
        }
      }
      """;

  private final Page page;
  private final CDPSession devTools;
  private volatile String registration = "";

  Waking(Page page) {
    this.page = page;
    page.context().grantPermissions(List.of("notifications"));
    this.devTools = page.context().newCDPSession(page);
    devTools.on(
        "ServiceWorker.workerRegistrationUpdated",
        event -> event.getAsJsonArray("registrations").forEach(this::learn));
    devTools.send("ServiceWorker.enable");
  }

  private void learn(JsonElement worker) {
    registration = worker.getAsJsonObject().get("registrationId").getAsString();
  }

  /** The push service delivers an empty message. */
  void wake(URI portal) {
    page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    page.waitForCondition(() -> !registration.isEmpty());
    var message = new JsonObject();
    message.addProperty("origin", portal.toString());
    message.addProperty("registrationId", registration);
    message.addProperty("data", "");
    devTools.send("ServiceWorker.deliverPushMessage", message);
  }

  /** What the phone shows. */
  String notice() {
    return String.valueOf(page.evaluate(NOTICES));
  }
}
