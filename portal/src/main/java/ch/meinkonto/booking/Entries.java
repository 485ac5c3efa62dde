package ch.meinkonto.booking;

import static ch.meinkonto.booking.Shelf.texts;

import ch.meinkonto.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The tables {@code booking_entry} and {@code booking_entrant}. */
@Component
class Entries {

  private final JdbcClient jdbc;

  Entries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds a lot, in place of what its draft had before.
   *
   * @param persons who is meant, as keyed hashes
   * @return false, and nothing added, when the account or one of the persons has one already
   */
  boolean add(
      DrawRow draw,
      String ticket,
      UUID draft,
      UUID request,
      @Nullable UUID account,
      List<byte[]> persons) {
    jdbc.sql("DELETE FROM booking_entry WHERE draft_id = :draft").param("draft", draft).update();
    var id = Ids.next();
    var added =
        jdbc.sql(
                """
                INSERT INTO booking_entry (id, draw_id, ticket, draft_id, request_id, account_id)
                VALUES (:id, :draw, :ticket, :draft, :request, :account) ON CONFLICT DO NOTHING
                """)
            .param("id", id)
            .param("draw", draw.id())
            .param("ticket", ticket)
            .param("draft", draft)
            .param("request", request)
            .param("account", account)
            .update();
    if (added == 0) {
      return false;
    }
    var noted =
        jdbc.sql(
                """
                INSERT INTO booking_entrant (draw_id, person, entry_id)
                SELECT :draw, person, :entry FROM unnest(:persons) AS person
                ON CONFLICT DO NOTHING
                """)
            .param("draw", draw.id())
            .param("entry", id)
            .param("persons", new SqlArrayValue("bytea", (Object[]) persons.toArray(byte[][]::new)))
            .update();
    if (noted < persons.size()) {
      remove(id);
    }
    return noted == persons.size();
  }

  /** The lot of an account in a draw. */
  Optional<Entry> find(DrawRow draw, UUID account) {
    return jdbc.sql("SELECT * FROM booking_entry WHERE draw_id = :draw AND account_id = :account")
        .param("draw", draw.id())
        .param("account", account)
        .query(Entries::read)
        .optional();
  }

  Optional<Entry> ofRequest(UUID request) {
    return jdbc.sql("SELECT * FROM booking_entry WHERE request_id = :request")
        .param("request", request)
        .query(Entries::read)
        .optional();
  }

  /** An account’s lots, as far as it has not been told what came of them. */
  List<Entry> ofAccount(UUID account) {
    return jdbc.sql("SELECT * FROM booking_entry WHERE account_id = :account ORDER BY id")
        .param("account", account)
        .query(Entries::read)
        .list();
  }

  /** All lots in a draw. */
  List<Entry> of(DrawRow draw) {
    return jdbc.sql("SELECT * FROM booking_entry WHERE draw_id = :draw ORDER BY ticket")
        .param("draw", draw.id())
        .query(Entries::read)
        .list();
  }

  int count(DrawRow draw) {
    return jdbc.sql("SELECT count(*) FROM booking_entry WHERE draw_id = :draw")
        .param("draw", draw.id())
        .query(Integer.class)
        .single();
  }

  /** Nobody can enter any more: who is meant by the lots is not needed any more. */
  void forgetPersons(DrawRow draw) {
    jdbc.sql("DELETE FROM booking_entrant WHERE draw_id = :draw").param("draw", draw.id()).update();
  }

  /** Notes at which place each of these was drawn. */
  void place(DrawRow draw, List<String> drawn) {
    jdbc.sql(
            """
            UPDATE booking_entry SET place = drawn.place
            FROM unnest(:drawn) WITH ORDINALITY AS drawn (ticket, place)
            WHERE draw_id = :draw AND booking_entry.ticket = drawn.ticket
            """)
        .param("draw", draw.id())
        .param("drawn", texts(drawn))
        .update();
  }

  /** It was taken back too late to leave the list. */
  void passOver(UUID id) {
    jdbc.sql("UPDATE booking_entry SET taken_back = true WHERE id = :id").param("id", id).update();
  }

  void remove(UUID id) {
    jdbc.sql("DELETE FROM booking_entry WHERE id = :id").param("id", id).update();
  }

  /** Whoever is to be told what came of their draw: who was drawn first, in that order. */
  List<Entry> toTell() {
    return jdbc.sql(
            """
            SELECT entry.* FROM booking_entry AS entry
            JOIN booking_draw AS draw ON draw.id = entry.draw_id
            WHERE draw.state IN ('drawn', 'cancelled')
            ORDER BY draw.id, entry.place NULLS LAST, entry.ticket LIMIT 2000
            """)
        .query(Entries::read)
        .list();
  }

  /** From here on nobody can tell whose lots these are. */
  void forgetAccount(UUID account) {
    jdbc.sql("UPDATE booking_entry SET account_id = NULL WHERE account_id = :account")
        .param("account", account)
        .update();
  }

  private static Entry read(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        row.getObject("draw_id", UUID.class),
        row.getString("ticket"),
        row.getObject("request_id", UUID.class),
        row.getBoolean("taken_back"),
        row.getObject("place", Integer.class));
  }
}
