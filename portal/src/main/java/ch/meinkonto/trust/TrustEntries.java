package ch.meinkonto.trust;

import ch.meinkonto.platform.database.Write;
import ch.meinkonto.platform.database.Writes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code trust_entry}. */
@Repository
class TrustEntries {

  private static final String COLUMNS =
      "id, account_id, occurred_at, sequence, commitment, sealed, erased_with";

  private final JdbcClient jdbc;
  private final Writes writes;

  TrustEntries(JdbcClient jdbc, Writes writes) {
    this.jdbc = jdbc;
    this.writes = writes;
  }

  void insert(UUID id, @Nullable UUID accountId, Instant at, byte[] commitment, byte[] sealed) {
    insertion(id, accountId, at, commitment, sealed).by(jdbc);
  }

  /** At the end of the caller's transaction. */
  void insertBeforeCommit(Write insertion) {
    writes.beforeCommit(insertion);
  }

  Write insertion(UUID id, @Nullable UUID accountId, Instant at, byte[] commitment, byte[] sealed) {
    return new Write(
        """
        INSERT INTO trust_entry (id, account_id, occurred_at, commitment, sealed)
        VALUES (?, ?, ?, ?, ?)
        """,
        Arrays.asList(
            id, accountId, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), commitment, sealed));
  }

  /** Newest first; ids are UUIDv7, so their order is that of time. */
  List<EntryRow> ofAccount(UUID accountId, @Nullable UUID before, int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM trust_entry WHERE account_id = :account"
                + (before == null ? "" : " AND id < :before")
                + " ORDER BY id DESC LIMIT :limit")
        .param("account", accountId)
        .param("before", before)
        .param("limit", limit)
        .query(TrustEntries::row)
        .list();
  }

  boolean older(UUID accountId, UUID than) {
    return !ofAccount(accountId, than, 1).isEmpty();
  }

  List<EntryRow> all(UUID accountId) {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM trust_entry WHERE account_id = :account ORDER BY id")
        .param("account", accountId)
        .query(TrustEntries::row)
        .list();
  }

  Optional<EntryRow> find(UUID id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM trust_entry WHERE id = :id")
        .param("id", id)
        .query(TrustEntries::row)
        .optional();
  }

  /** In the order of the log, from a place on. */
  List<EntryRow> sequenced(long from, int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM trust_entry WHERE sequence >= :from ORDER BY sequence LIMIT :limit")
        .param("from", from)
        .param("limit", limit)
        .query(TrustEntries::row)
        .list();
  }

  /** Those that have no place yet, oldest first. */
  List<EntryRow> pending(int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM trust_entry WHERE sequence IS NULL ORDER BY id LIMIT :limit")
        .param("limit", limit)
        .query(TrustEntries::row)
        .list();
  }

  /** Gives entries their places, one after the other from {@code first} on. */
  void place(List<UUID> ids, long first) {
    jdbc.sql(
            """
            UPDATE trust_entry SET sequence = :first + place.number - 1
            FROM unnest(:ids) WITH ORDINALITY AS place (id, number)
            WHERE trust_entry.id = place.id
            """)
        .param("first", first)
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /** Erases what a person's entries say; returns the ids of those erased, in order. */
  List<UUID> erase(UUID accountId, UUID tombstone) {
    writes.now();
    return jdbc
        .sql(
            """
            UPDATE trust_entry SET account_id = NULL, sealed = NULL, erased_with = :tombstone
            WHERE account_id = :account
            RETURNING id
            """)
        .param("account", accountId)
        .param("tombstone", tombstone)
        .query(UUID.class)
        .list()
        .stream()
        .sorted(TrustTombstones.ORDER)
        .toList();
  }

  /** The ids of those erased with a tombstone, in order. */
  List<UUID> erasedWith(UUID tombstone) {
    return jdbc.sql("SELECT id FROM trust_entry WHERE erased_with = :tombstone ORDER BY id")
        .param("tombstone", tombstone)
        .query(UUID.class)
        .list();
  }

  static EntryRow row(ResultSet row, int number) throws SQLException {
    return new EntryRow(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getObject("sequence", Long.class),
        row.getBytes("commitment"),
        row.getBytes("sealed"),
        row.getObject("erased_with", UUID.class));
  }
}
