package ch.meinkonto.federation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.login.Assurance;
import ch.meinkonto.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code federation_link}: which identity outside belongs to which account. At most one
 * of a provider for an account, and one account for an identity.
 */
@Component
class Links {

  private final JdbcClient jdbc;
  private final Clock clock;

  Links(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A link.
   *
   * @param strong whether it once proved two factors
   */
  record Link(
      UUID id, String provider, boolean strong, Instant createdAt, @Nullable Instant lastUsedAt) {}

  List<Link> of(AccountId account) {
    return jdbc
        .sql(
            """
            SELECT id, provider, strong, created_at, last_used_at FROM federation_link
            WHERE account_id = :account ORDER BY coalesce(last_used_at, created_at) DESC
            """)
        .param("account", account.value())
        .query(Row.class)
        .list()
        .stream()
        .map(Row::link)
        .toList();
  }

  /** Whose identity it is; notes that it was used. */
  Optional<AccountId> use(Answer.Proved proved) {
    return jdbc.sql(
            """
            UPDATE federation_link SET last_used_at = :now, strong = strong OR :strong
            WHERE subject = :subject RETURNING account_id
            """)
        .param("now", now())
        .param("strong", proved.assurance() != Assurance.LOGIN)
        .param("subject", proved.subject())
        .query(UUID.class)
        .optional()
        .map(AccountId::new);
  }

  /** Connects; false when account or identity is connected already. */
  boolean add(AccountId account, String provider, Answer.Proved proved) {
    return jdbc.sql(
                """
                INSERT INTO federation_link (id, account_id, provider, subject, strong, created_at)
                VALUES (:id, :account, :provider, :subject, :strong, :now) ON CONFLICT DO NOTHING
                """)
            .param("id", Ids.next())
            .param("account", account.value())
            .param("provider", provider)
            .param("subject", proved.subject())
            .param("strong", proved.assurance() != Assurance.LOGIN)
            .param("now", now())
            .update()
        == 1;
  }

  /** Disconnects; the provider, if there was such a link. */
  Optional<String> remove(AccountId account, UUID id) {
    return jdbc.sql(
            "DELETE FROM federation_link WHERE id = :id AND account_id = :account"
                + " RETURNING provider")
        .param("id", id)
        .param("account", account.value())
        .query(String.class)
        .optional();
  }

  void removeAll(AccountId account) {
    jdbc.sql("DELETE FROM federation_link WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }

  record Row(
      UUID id,
      String provider,
      boolean strong,
      OffsetDateTime createdAt,
      @Nullable OffsetDateTime lastUsedAt) {

    Link link() {
      return new Link(
          id,
          provider,
          strong,
          createdAt.toInstant(),
          lastUsedAt == null ? null : lastUsedAt.toInstant());
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
