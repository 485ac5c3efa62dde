package ch.meinkonto.booking;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.platform.yaml.Localized;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * The table {@code booking_offer}. What was read of an offer is remembered until the unit says
 * something else; how many of its places are taken is asked each time.
 */
@Component
class Shelf {

  private static final int REMEMBERED = 10_000;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final Clock clock;
  private final Map<Key, Offer> read = new ConcurrentHashMap<>();

  Shelf(JdbcClient jdbc, Directory directory, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.clock = clock;
  }

  private record Key(ServiceId service, String id, int version, boolean withdrawn) {}

  private record Row(Key key, int taken) {}

  /**
   * An offer as it stands.
   *
   * @param taken of its own places
   * @param free places that can be had now
   */
  record Standing(Offer offer, int taken, int free) {}

  /** All that can be booked, now or later. */
  List<Standing> all(ServiceId service) {
    var now = clock.instant();
    return jdbc
        .sql(
            """
            SELECT service, id, version, withdrawn, taken FROM booking_offer
            WHERE service = :service AND NOT withdrawn AND (ends_at IS NULL OR ends_at > :now)
            """)
        .param("service", service.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Shelf::row)
        .list()
        .stream()
        .map(this::standing)
        .filter(standing -> !standing.offer().isOver(now))
        .toList();
  }

  /** One by what an address says; empty, too, when no service can be called so. */
  Optional<Standing> find(String service, String id) {
    return Slug.fits(service) ? find(new ServiceId(service), id) : Optional.empty();
  }

  /** One of them, also when it can’t be booked any more. */
  Optional<Standing> find(ServiceId service, String id) {
    return jdbc.sql(
            """
            SELECT service, id, version, withdrawn, taken FROM booking_offer
            WHERE service = :service AND id = :id
            """)
        .param("service", service.value())
        .param("id", id)
        .query(Shelf::row)
        .optional()
        .map(this::standing);
  }

  /** One whose other slots may be full though it has places itself: those count, too. */
  private Standing standing(Row row) {
    var offer = offer(row.key());
    var free = offer.capacity() - row.taken();
    return new Standing(
        offer, row.taken(), offer.slots().size() == 1 ? free : Math.min(free, freeOfAll(offer)));
  }

  private int freeOfAll(Offer offer) {
    return jdbc.sql(
            """
            SELECT coalesce(min(capacity - taken), 0) FROM booking_offer
            WHERE service = :service AND id = ANY(:ids)
            """)
        .param("service", offer.service().value())
        .param("ids", texts(offer.slots()))
        .query(Integer.class)
        .single();
  }

  private Offer offer(Key key) {
    var known = read.get(key);
    if (known != null) {
      return known;
    }
    if (read.size() > REMEMBERED) {
      read.clear();
    }
    var fresh =
        read(
            key,
            jdbc.sql("SELECT document FROM booking_offer WHERE service = :service AND id = :id")
                .param("service", key.service().value())
                .param("id", key.id())
                .query(String.class)
                .single());
    read.put(key, fresh);
    return fresh;
  }

  private Offer read(Key key, String document) {
    var told = ch.meinkonto.contract.Json.read(document, ch.meinkonto.contract.Offer.class);
    var slots = new ArrayList<>(List.of(key.id()));
    slots.addAll(Objects.requireNonNullElse(told.takes(), List.of()));
    var randomness = told.randomness();
    return new Offer(
        key.service(),
        key.id(),
        localized(told.name()),
        localized(told.about()),
        localized(told.category()),
        localized(told.place()),
        localized(told.schedule()),
        told.starts(),
        told.ends(),
        told.capacity(),
        told.price(),
        told.opensAt(),
        told.closesAt(),
        slots.stream().distinct().toList(),
        Objects.requireNonNullElse(told.values(), Map.of()),
        randomness == null ? null : localized(randomness.source()),
        randomness == null ? null : randomness.value(),
        key.withdrawn());
  }

  /** In the city’s first language where there is one, else in any. */
  private Localized<String> localized(@Nullable Map<String, String> texts) {
    var fallback = directory.city().languages().fallback();
    if (texts == null || texts.isEmpty()) {
      return Localized.only(fallback, "");
    }
    return new Localized<>(
        texts, texts.containsKey(fallback) ? fallback : texts.keySet().iterator().next());
  }

  /**
   * Puts an offer on the shelf, or another one in its place.
   *
   * @return how many places are taken; empty when that is more than it has now
   */
  Optional<Integer> put(ServiceId service, String id, ch.meinkonto.contract.Offer offer) {
    return jdbc.sql(
            """
            INSERT INTO booking_offer
              (service, id, version, capacity, taken, ends_at, document, withdrawn, published_at)
            VALUES (:service, :id, 1, :capacity, 0, :ends, :document, false, :now)
            ON CONFLICT (service, id) DO UPDATE SET
              version = booking_offer.version + 1, capacity = excluded.capacity,
              ends_at = excluded.ends_at, document = excluded.document, withdrawn = false,
              published_at = excluded.published_at
            WHERE booking_offer.taken <= excluded.capacity
            RETURNING taken
            """)
        .param("service", service.value())
        .param("id", id)
        .param("capacity", offer.capacity())
        .param("ends", at(offer.closesAt() != null ? offer.closesAt() : offer.starts()))
        .param("document", ch.meinkonto.contract.Json.write(offer))
        .param("now", at(clock.instant()))
        .query(Integer.class)
        .optional();
  }

  /** Nobody else can book it; false when there is none. */
  boolean withdraw(ServiceId service, String id) {
    return jdbc.sql(
                "UPDATE booking_offer SET withdrawn = true WHERE service = :service AND id = :id")
            .param("service", service.value())
            .param("id", id)
            .update()
        > 0;
  }

  /** Which of these are there. */
  List<String> known(ServiceId service, List<String> ids) {
    return jdbc.sql("SELECT id FROM booking_offer WHERE service = :service AND id = ANY(:ids)")
        .param("service", service.value())
        .param("ids", texts(ids))
        .query(String.class)
        .list();
  }

  /**
   * Takes places of all these at once, or of none of them: the database decides, and locks them in
   * one order.
   *
   * @return whether there were as many
   */
  boolean take(ServiceId service, List<String> slots, int places) {
    return jdbc.sql(
                """
                WITH free AS (
                  SELECT id FROM booking_offer
                  WHERE service = :service AND id = ANY(:ids) AND taken + :places <= capacity
                  ORDER BY id FOR UPDATE)
                UPDATE booking_offer SET taken = taken + :places FROM free
                WHERE booking_offer.service = :service AND booking_offer.id = free.id
                  AND (SELECT count(*) FROM free) = cardinality(:ids)
                """)
            .param("service", service.value())
            .param("ids", texts(slots))
            .param("places", places)
            .update()
        == slots.size();
  }

  /** Locks them, for who takes of some and gives back to others. */
  void lock(ServiceId service, List<String> slots) {
    jdbc.sql(
            """
            SELECT id FROM booking_offer WHERE service = :service AND id = ANY(:ids)
            ORDER BY id FOR UPDATE
            """)
        .param("service", service.value())
        .param("ids", texts(slots))
        .query(String.class)
        .list();
  }

  /** Puts places back: somebody else can have them. */
  void giveBack(ServiceId service, List<String> slots, int places) {
    lock(service, slots);
    jdbc.sql(
            """
            UPDATE booking_offer SET taken = taken - :places
            WHERE service = :service AND id = ANY(:ids)
            """)
        .param("service", service.value())
        .param("ids", texts(slots))
        .param("places", places)
        .update();
  }

  /**
   * How many places of each of these are taken by requests that the unit has: of the others it is
   * known here whose they are, and when they are free.
   */
  int atUnit(ServiceId service, List<String> slots) {
    return jdbc.sql(
            """
            SELECT coalesce(min(offer.taken
              - (SELECT coalesce(sum(places), 0) FROM booking_hold AS hold
                 WHERE hold.service = offer.service AND offer.id = ANY(hold.slots))
              - (SELECT coalesce(sum(places), 0) FROM booking_return AS back
                 WHERE back.service = offer.service AND offer.id = ANY(back.slots))
              - (SELECT coalesce(sum(places), 0) FROM booking_waiting AS kept
                 WHERE kept.service = offer.service AND offer.id = ANY(kept.slots))), 0)
            FROM booking_offer AS offer WHERE service = :service AND id = ANY(:ids)
            """)
        .param("service", service.value())
        .param("ids", texts(slots))
        .query(Integer.class)
        .single();
  }

  /** Whether all places of one of these are taken. */
  boolean isFull(ServiceId service, List<String> slots) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM booking_offer
              WHERE service = :service AND id = ANY(:ids) AND taken >= capacity)
            """)
        .param("service", service.value())
        .param("ids", texts(slots))
        .query(Boolean.class)
        .single();
  }

  /** Erases what ended long ago. */
  int erase(Instant before) {
    jdbc.sql(
            """
            DELETE FROM booking_freed USING booking_offer AS old
            WHERE old.service = booking_freed.service AND old.id = booking_freed.offer
              AND coalesce(old.ends_at, old.published_at) < :before
            """)
        .param("before", at(before))
        .update();
    return jdbc.sql("DELETE FROM booking_offer WHERE coalesce(ends_at, published_at) < :before")
        .param("before", at(before))
        .update();
  }

  static SqlArrayValue texts(List<String> ids) {
    return new SqlArrayValue("text", ids.toArray());
  }

  static @Nullable OffsetDateTime at(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        new Key(
            new ServiceId(row.getString("service")),
            row.getString("id"),
            row.getInt("version"),
            row.getBoolean("withdrawn")),
        row.getInt("taken"));
  }
}
