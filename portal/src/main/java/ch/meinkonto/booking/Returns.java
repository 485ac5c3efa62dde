package ch.meinkonto.booking;

import static ch.meinkonto.booking.Shelf.at;
import static ch.meinkonto.booking.Shelf.texts;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts places back on sale. Who waits gets them first. Else those of what was full come back after
 * a time that nobody can know, so that lying in wait for them is worth nothing.
 */
@Component
class Returns {

  private final JdbcClient jdbc;
  private final Shelf shelf;
  private final WaitingList waiting;
  private final BookingSettings settings;
  private final Clock clock;

  Returns(
      JdbcClient jdbc, Shelf shelf, WaitingList waiting, BookingSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.shelf = shelf;
    this.waiting = waiting;
    this.settings = settings;
    this.clock = clock;
  }

  private record Row(ServiceId service, List<String> slots, int places) {}

  /** Frees places, in the transaction that is under way. */
  void free(ServiceId service, List<String> slots, int places) {
    if (slots.isEmpty()) {
      return;
    }
    shelf.lock(service, slots);
    var wanted = waiting.isWanted(service, slots);
    var full = shelf.isFull(service, slots);
    if (!full && !wanted) {
      shelf.giveBack(service, slots, places);
      return;
    }
    jdbc.sql("INSERT INTO booking_return VALUES (:id, :service, :slots, :places, :due)")
        .param("id", Ids.next())
        .param("service", service.value())
        .param("slots", texts(slots))
        .param("places", places)
        .param("due", at(wanted ? clock.instant() : clock.instant().plus(pause())))
        .update();
  }

  private Duration pause() {
    var least = settings.returnLeast().toMillis();
    var most = settings.returnMost().toMillis();
    return Duration.ofMillis(
        most <= least ? least : ThreadLocalRandom.current().nextLong(least, most));
  }

  /** Which are due. */
  List<UUID> due() {
    return jdbc.sql("SELECT id FROM booking_return WHERE due_at <= :now ORDER BY due_at LIMIT 500")
        .param("now", at(clock.instant()))
        .query(UUID.class)
        .list();
  }

  /** Puts one of them back, once. */
  @Transactional
  public void putBack(UUID id) {
    taken(id).ifPresent(row -> waiting.putBack(row.service(), row.slots(), row.places()));
  }

  private Optional<Row> taken(UUID id) {
    return jdbc.sql("DELETE FROM booking_return WHERE id = :id RETURNING *")
        .param("id", id)
        .query(Returns::read)
        .optional();
  }

  private static Row read(ResultSet row, int number) throws SQLException {
    return new Row(
        new ServiceId(row.getString("service")),
        List.of((String[]) row.getArray("slots").getArray()),
        row.getInt("places"));
  }
}
