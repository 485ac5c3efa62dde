package ch.meinkonto.payment;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.web.Formats;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the portal has noted, beside what provider and bank say. */
@Component
class Books {

  private static final String ROWS =
      """
      SELECT (paid_at AT TIME ZONE :zone)::date AS day, unit, 'online' AS way, count(*) AS number,
        sum(amount) AS paid, sum(refunded) AS refunded,
        sum(there_booked) AS there_paid, sum(there_credited) AS there_refunded,
        count(*) FILTER (WHERE compared_at IS NULL) AS waiting
      FROM payment JOIN payment_attempt ON payment_id = payment.id AND counts
      WHERE paid_at >= :from::timestamp AT TIME ZONE :zone
        AND paid_at < (:until::date + 1)::timestamp AT TIME ZONE :zone
      GROUP BY 1, 2
      UNION ALL
      SELECT booked_on, unit, 'invoice', count(*),
        coalesce(sum(payment.amount) FILTER (WHERE finding IN ('matched', 'late')), 0),
        coalesce(sum(refunded) FILTER (WHERE finding IN ('matched', 'late')), 0),
        coalesce(sum(CASE finding WHEN 'reversed' THEN -credit.amount ELSE credit.amount END)
          FILTER (WHERE currency = 'CHF'), 0),
        coalesce(sum((SELECT sum(amount) FROM payment_refund AS refund
          WHERE refund.payment_id = payment.id AND transferred_at IS NOT NULL))
          FILTER (WHERE finding IN ('matched', 'late')), 0),
        0
      FROM payment_credit AS credit LEFT JOIN payment ON payment.id = payment_id
      WHERE booked_on BETWEEN :from AND :until
      GROUP BY 1, 2
      ORDER BY 1 DESC, 2 NULLS FIRST, 3
      """;

  /** Each with an index of its own, since hardly any payment is among them. */
  private static final String DIFFERENCES =
      """
      SELECT CASE WHEN NOT counts THEN 'only-there'
          WHEN there_booked = 0 THEN 'not-booked'
          WHEN there_booked <> amount THEN 'other-amount'
          WHEN there_credited < refunded THEN 'not-refunded'
          ELSE 'refunded-more' END AS kind,
        NULL::uuid AS id, (compared_at AT TIME ZONE :zone)::date AS day, unit,
        payment.number AS payment, 'MK' || lpad(payment_attempt.number::text, 12, '0') AS reference,
        CASE WHEN counts THEN amount - refunded ELSE 0 END AS ours,
        there_booked - there_credited AS there, 'CHF' AS currency
      FROM payment_attempt JOIN payment ON payment.id = payment_id
      WHERE differs
      UNION ALL
      SELECT 'stuck', NULL, (next_at AT TIME ZONE :zone)::date, unit, payment.number,
        'MK' || lpad(payment_attempt.number::text, 12, '0'), amount - refunded, NULL, 'CHF'
      FROM payment_attempt JOIN payment ON payment.id = payment_id
      WHERE next_at IS NOT NULL AND tries >= 5
      UNION ALL
      SELECT 'transfer', refund.id, (decided_at AT TIME ZONE :zone)::date, unit, payment.number,
        coalesce((SELECT bank_reference FROM payment_credit AS credit
          WHERE credit.payment_id = payment.id AND finding IN ('matched', 'late')), ''),
        refund.amount, 0, 'CHF'
      FROM payment_refund AS refund JOIN payment ON payment.id = payment_id
      WHERE by_hand AND transferred_at IS NULL
      UNION ALL
      SELECT finding, credit.id, booked_on, unit, payment.number, bank_reference,
        CASE finding WHEN 'wrong-amount' THEN payment.amount END, credit.amount, currency
      FROM payment_credit AS credit LEFT JOIN payment ON payment.id = payment_id
      WHERE settled_at IS NULL AND finding NOT IN ('matched', 'late')
      ORDER BY 3, 6
      LIMIT 500
      """;

  private final JdbcClient jdbc;

  Books(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of these days, the last first. */
  List<BookRow> rows(LocalDate from, LocalDate until) {
    return jdbc.sql(ROWS)
        .param("zone", Formats.ZONE.getId())
        .param("from", from)
        .param("until", until)
        .query(Books::row)
        .list();
  }

  /** All that is to be done, the oldest first. */
  List<Difference> differences() {
    return jdbc.sql(DIFFERENCES)
        .param("zone", Formats.ZONE.getId())
        .query(Books::difference)
        .list();
  }

  private static BookRow row(ResultSet row, int line) throws SQLException {
    return new BookRow(
        row.getObject("day", LocalDate.class),
        unit(row),
        Way.ofCode(row.getString("way")),
        row.getInt("number"),
        row.getBigDecimal("paid"),
        row.getBigDecimal("refunded"),
        row.getBigDecimal("there_paid"),
        row.getBigDecimal("there_refunded"),
        row.getInt("waiting"));
  }

  private static Difference difference(ResultSet row, int line) throws SQLException {
    return new Difference(
        row.getString("kind"),
        row.getObject("id", UUID.class),
        row.getObject("day", LocalDate.class),
        unit(row),
        row.getObject("payment", Long.class),
        row.getString("reference"),
        row.getBigDecimal("ours"),
        row.getBigDecimal("there"),
        row.getString("currency"));
  }

  private static @Nullable UnitId unit(ResultSet row) throws SQLException {
    var unit = row.getString("unit");
    return unit == null ? null : new UnitId(unit);
  }
}
