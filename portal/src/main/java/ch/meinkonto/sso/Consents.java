package ch.meinkonto.sso;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people agreed that applications get: remembered until they take it back. */
@Component
class Consents {

  private final JdbcClient jdbc;
  private final SignIns signIns;
  private final TrustLog trust;
  private final Clock clock;

  Consents(JdbcClient jdbc, SignIns signIns, TrustLog trust, Clock clock) {
    this.jdbc = jdbc;
    this.signIns = signIns;
    this.trust = trust;
    this.clock = clock;
  }

  /** What somebody agreed to. */
  record Consent(String client, Set<Detail> details, Instant givenAt, @Nullable Instant usedAt) {}

  private record Row(
      String client, String details, OffsetDateTime givenAt, @Nullable OffsetDateTime usedAt) {

    Consent consent() {
      return new Consent(
          client,
          Detail.parse(details),
          givenAt.toInstant(),
          usedAt == null ? null : usedAt.toInstant());
    }
  }

  /** Whether somebody agreed to all this, after that moment if there is one. */
  boolean cover(AccountId account, String client, Set<Detail> details, @Nullable Instant after) {
    return find(account, client)
        .filter(consent -> consent.details().containsAll(details))
        .filter(consent -> after == null || !consent.givenAt().isBefore(after))
        .isPresent();
  }

  /** What was agreed to before stays agreed to. */
  @Transactional
  public void give(AccountId account, Application application, Set<Detail> details) {
    var all = EnumSet.noneOf(Detail.class);
    all.addAll(details);
    find(account, application.id()).ifPresent(before -> all.addAll(before.details()));
    jdbc.sql(
            """
            INSERT INTO sso_consent (account_id, client, details, given_at)
            VALUES (:account, :client, :details, :now)
            ON CONFLICT (account_id, client) DO UPDATE SET details = excluded.details, given_at = excluded.given_at
            """)
        .param("account", account.value())
        .param("client", application.id())
        .param("details", Detail.text(all))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    log(account, "sso-consented", application.unit().value(), application.id());
  }

  /** Somebody signed in there. */
  void used(AccountId account, Application application) {
    jdbc.sql(
            "UPDATE sso_consent SET used_at = :now WHERE account_id = :account AND client ="
                + " :client")
        .param("account", account.value())
        .param("client", application.id())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    log(account, "sso-used", application.unit().value(), application.id());
  }

  /** Takes it back, with all that the application still holds; false when there was nothing. */
  @Transactional
  public boolean revoke(AccountId account, String client, String unit) {
    var revoked =
        jdbc.sql("DELETE FROM sso_consent WHERE account_id = :account AND client = :client")
            .param("account", account.value())
            .param("client", client)
            .update();
    signIns.erase(account, client);
    if (revoked > 0) {
      log(account, "sso-revoked", unit, client);
    }
    return revoked > 0;
  }

  Optional<Consent> find(AccountId account, String client) {
    return all(account).stream().filter(consent -> consent.client().equals(client)).findFirst();
  }

  /** Of one person, the newest first. */
  List<Consent> all(AccountId account) {
    return jdbc
        .sql(
            """
            SELECT client, details, given_at, used_at FROM sso_consent
            WHERE account_id = :account ORDER BY given_at DESC, client
            """)
        .param("account", account.value())
        .query(Row.class)
        .list()
        .stream()
        .map(Row::consent)
        .toList();
  }

  void erase(AccountId account) {
    jdbc.sql("DELETE FROM sso_consent WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }

  private void log(AccountId account, String kind, String unit, String client) {
    trust.record(new TrustEntry(account.value(), kind, unit, client, "consent"));
  }
}
