package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code request_formal}: formal deliveries, and which of them are open. */
@Component
class Formals {

  private static final String COLUMNS = "message_id, kind, arrived_at, last_day, deemed";

  private final JdbcClient jdbc;

  Formals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One that its account has not opened, and whose time is not over. */
  record Waiting(RequestId request, FormalDelivery delivery) {}

  /** Notes one; false when the unit used its name before. */
  boolean arrived(RequestId request, FormalDelivery delivery) {
    return jdbc.sql(
                "INSERT INTO request_formal (request_id, "
                    + COLUMNS
                    + ") VALUES (:request, :id, :kind, :at, :lastDay, :deemed)"
                    + " ON CONFLICT DO NOTHING")
            .param("request", request.value())
            .param("id", delivery.messageId())
            .param("kind", delivery.kind().name().toLowerCase(Locale.ROOT))
            .param("at", delivery.arrivedAt().atOffset(ZoneOffset.UTC))
            .param("lastDay", delivery.lastDay())
            .param("deemed", delivery.deemed())
            .update()
        == 1;
  }

  Optional<FormalDelivery> find(RequestId request, String messageId) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM request_formal WHERE request_id = :request AND message_id = :id")
        .param("request", request.value())
        .param("id", messageId)
        .query((row, _) -> delivery(row))
        .optional();
  }

  /** Notes that it was opened; false when it was before. */
  boolean opened(RequestId request, String messageId, Instant at) {
    return note("opened_at = :at", "opened_at IS NULL", request, messageId, at);
  }

  /** Notes that it will not be opened in time; false when it was, or this was noted before. */
  boolean missed(RequestId request, String messageId, Instant at) {
    var open = "opened_at IS NULL AND missed_at IS NULL";
    return note("missed_at = :at", open, request, messageId, at);
  }

  List<Waiting> waiting(AccountId account) {
    return jdbc.sql(
            """
            SELECT request_id, message_id, kind, arrived_at, last_day, deemed
            FROM request_formal JOIN request_envelope ON id = request_id
            WHERE account_id = :account AND opened_at IS NULL AND missed_at IS NULL\
            """)
        .param("account", account.value())
        .query((row, _) ->
            new Waiting(new RequestId(row.getObject("request_id", UUID.class)), delivery(row)))
        .list();
  }

  private boolean note(
      String what, String condition, RequestId request, String messageId, Instant at) {
    return jdbc.sql(
                "UPDATE request_formal SET "
                    + what
                    + " WHERE request_id = :request AND message_id = :id AND "
                    + condition)
            .param("request", request.value())
            .param("id", messageId)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static FormalDelivery delivery(ResultSet row) throws SQLException {
    return new FormalDelivery(
        row.getString("message_id"),
        Formal.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_day", LocalDate.class),
        row.getBoolean("deemed"));
  }
}
