package ch.meinkonto.login;

import ch.meinkonto.notification.Notice;
import ch.meinkonto.notification.Notifications;
import ch.meinkonto.platform.web.Formats;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a recovery waits with for its code, and the mail to the address. */
@Component
class RecoveryMails {

  private final Notifications notifications;
  private final JsonMapper json;

  RecoveryMails(Notifications notifications, JsonMapper json) {
    this.notifications = notifications;
    this.json = json;
  }

  /**
   * What waits, sealed, until the code comes.
   *
   * @param account whose address it is, null when it is nobody's
   * @param waitsUntil when the address was changed lately: from when it helps to recover
   */
  record Pending(
      String email, @Nullable UUID account, @Nullable Instant waitsUntil, String language) {

    /** The account that the code helps to recover. */
    Optional<UUID> recoverable() {
      return waitsUntil == null ? Optional.ofNullable(account) : Optional.empty();
    }
  }

  byte[] bytes(Pending pending) {
    return json.writeValueAsBytes(pending);
  }

  Pending pending(byte[] bytes) {
    return json.readValue(bytes, Pending.class);
  }

  /** Only the mailbox is told whether there is an account, and whether it has to wait. */
  void tell(Pending pending, String code) {
    var locale = Locale.forLanguageTag(pending.language());
    var until = pending.waitsUntil();
    var kind =
        until != null
            ? "recovery-waits"
            : pending.account() == null ? "recovery-unknown" : "recovery-code";
    var values = Map.of("code", code, "date", until == null ? "" : new Formats(locale).date(until));
    notifications.tell(new Notice(kind, pending.email(), locale, values));
  }
}
