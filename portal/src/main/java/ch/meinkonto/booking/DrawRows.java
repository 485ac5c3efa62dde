package ch.meinkonto.booking;

import static ch.meinkonto.booking.Shelf.at;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Draw;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Lots;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.platform.crypto.SealedColumn;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code booking_draw}. */
@Component
class DrawRows {

  private static final int SEED_BYTES = 32;
  private static final String SHARED = " FOR SHARE";
  private static final String LOCKED = " FOR UPDATE";

  private final JdbcClient jdbc;
  private final MasterKey masterKey;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  DrawRows(JdbcClient jdbc, MasterKey masterKey, Clock clock) {
    this.jdbc = jdbc;
    this.masterKey = masterKey;
    this.clock = clock;
  }

  @Bean
  static SealedColumn<UUID> sealedSeeds() {
    return new SealedColumn<>(
        "seeds of draws",
        "booking_draw",
        "id",
        UUID.class,
        "sealed",
        "sealed IS NOT NULL",
        DrawRows::context);
  }

  /** Promises a seed for an offer, once. */
  void promise(ServiceId service, String offer) {
    var id = Ids.next();
    var seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    jdbc.sql(
            """
            INSERT INTO booking_draw (id, service, offer, state, commitment, sealed)
            VALUES (:id, :service, :offer, 'open', :commitment, :sealed)
            ON CONFLICT (service, offer) DO NOTHING
            """)
        .param("id", id)
        .param("service", service.value())
        .param("offer", offer)
        .param("commitment", Lots.commitment(seed))
        .param("sealed", masterKey.seal(seed, context(id)))
        .update();
  }

  Optional<DrawRow> find(ServiceId service, String offer) {
    return of(service, offer, "");
  }

  /** The same, and it stays as far as it is until this transaction ends. */
  Optional<DrawRow> share(ServiceId service, String offer) {
    return of(service, offer, SHARED);
  }

  /** The same, kept for this transaction alone. */
  Optional<DrawRow> lock(ServiceId service, String offer) {
    return of(service, offer, LOCKED);
  }

  private Optional<DrawRow> of(ServiceId service, String offer, String lock) {
    return jdbc.sql("SELECT * FROM booking_draw WHERE service = :service AND offer = :offer" + lock)
        .param("service", service.value())
        .param("offer", offer)
        .query(DrawRows::read)
        .optional();
  }

  Optional<DrawRow> find(UUID id) {
    return of(id, "");
  }

  Optional<DrawRow> share(UUID id) {
    return of(id, SHARED);
  }

  Optional<DrawRow> lock(UUID id) {
    return of(id, LOCKED);
  }

  private Optional<DrawRow> of(UUID id, String lock) {
    return jdbc.sql("SELECT * FROM booking_draw WHERE id = :id" + lock)
        .param("id", id)
        .query(DrawRows::read)
        .optional();
  }

  /** The seed of one that is not over. */
  byte[] seed(DrawRow draw) {
    return masterKey.open(
        jdbc.sql("SELECT sealed FROM booking_draw WHERE id = :id")
            .param("id", draw.id())
            .query(byte[].class)
            .single(),
        context(draw.id()));
  }

  /** Moves one that this transaction has locked. What is over keeps no secret. */
  void move(DrawRow draw, DrawState next, @Nullable Draw document) {
    if (!draw.state().mayBecome(next)) {
      throw new IllegalStateException(draw.id() + ": " + draw.state() + " → " + next);
    }
    jdbc.sql(
            """
            UPDATE booking_draw SET state = :state, document = :document,
              sealed = CASE WHEN :state = 'closed' THEN sealed END
            WHERE id = :id
            """)
        .param("state", next.code())
        .param("document", document == null ? null : Json.write(document))
        .param("id", draw.id())
        .update();
  }

  /** Those that are to go on: nobody can enter any more, or the offer was withdrawn. */
  List<UUID> due() {
    return jdbc.sql(
            """
            SELECT draw.id FROM booking_draw AS draw
            JOIN booking_offer AS offer ON offer.service = draw.service AND offer.id = draw.offer
            WHERE draw.state = 'closed'
              OR (draw.state = 'open' AND (offer.ends_at <= :now OR offer.withdrawn))
            ORDER BY offer.ends_at
            """)
        .param("now", at(clock.instant()))
        .query(UUID.class)
        .list();
  }

  private static String context(UUID id) {
    return "booking_draw.sealed/" + id;
  }

  private static DrawRow read(ResultSet row, int number) throws SQLException {
    var document = row.getString("document");
    return new DrawRow(
        row.getObject("id", UUID.class),
        new ServiceId(row.getString("service")),
        row.getString("offer"),
        DrawState.ofCode(row.getString("state")),
        row.getString("commitment"),
        document == null ? null : Json.read(document, Draw.class));
  }
}
