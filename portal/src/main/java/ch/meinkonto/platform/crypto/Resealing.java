package ch.meinkonto.platform.crypto;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Seals anew what lies under an older master key, a stretch at a time, while portals run. What was
 * sealed anew is told by its first bytes, so who begins again after an interruption goes on.
 */
@Component
class Resealing {

  private static final int STRETCH = 500;

  private final JdbcTemplate jdbc;
  private final MasterKey masterKey;
  private final List<SealedColumn<?>> columns;
  private final int stretch;

  @Autowired
  Resealing(JdbcTemplate jdbc, MasterKey masterKey, List<SealedColumn<?>> columns) {
    this(jdbc, masterKey, columns, STRETCH);
  }

  Resealing(JdbcTemplate jdbc, MasterKey masterKey, List<SealedColumn<?>> columns, int stretch) {
    this.jdbc = jdbc;
    this.masterKey = masterKey;
    this.columns = columns;
    this.stretch = stretch;
  }

  private record Row<K>(K key, byte[] sealed) {}

  /** What still lies under an older key, and how much of it; empty when nothing does. */
  Map<String, Long> left() {
    var left = new LinkedHashMap<String, Long>();
    for (var column : columns) {
      var rows = jdbc.queryForObject("SELECT count(*)" + outdated(column), Long.class, mark());
      if (rows != null && rows > 0) {
        left.put(column.what(), rows);
      }
    }
    return left;
  }

  /** Seals it anew; says of what how much was. */
  Map<String, Long> run() {
    var done = new LinkedHashMap<String, Long>();
    columns.forEach(column -> done.put(column.what(), run(column)));
    return done;
  }

  private <K> long run(SealedColumn<K> column) {
    long done = 0;
    @Nullable K last = null;
    while (true) {
      var rows = rows(column, last);
      done += store(column, rows);
      if (rows.size() < stretch) {
        return done;
      }
      last = rows.getLast().key();
    }
  }

  private <K> List<Row<K>> rows(SealedColumn<K> column, @Nullable K after) {
    var sql =
        "SELECT %s, %s%s%s ORDER BY 1 LIMIT %d"
            .formatted(
                column.key(),
                column.column(),
                outdated(column),
                after == null ? "" : " AND " + column.key() + " > ?",
                stretch);
    return jdbc.query(
        sql,
        (row, _) -> row(column, row),
        after == null ? new Object[] {mark()} : new Object[] {mark(), after});
  }

  private static <K> Row<K> row(SealedColumn<K> column, ResultSet row) throws SQLException {
    return new Row<>(row.getObject(1, column.keyType()), row.getBytes(2));
  }

  /** Only where the row is still what it was: it may have been erased or sealed anew meanwhile. */
  private <K> int store(SealedColumn<K> column, List<Row<K>> rows) {
    var anew = new ArrayList<Object[]>();
    for (var row : rows) {
      var context = column.context().apply(row.key());
      var sealed = masterKey.seal(masterKey.open(row.sealed(), context), context);
      anew.add(new Object[] {sealed, row.key(), row.sealed()});
    }
    var sql =
        "UPDATE %s SET %s = ? WHERE %s = ? AND %s = ?"
            .formatted(column.table(), column.column(), column.key(), column.column());
    var stored = 0;
    for (var count : jdbc.batchUpdate(sql, anew)) {
      stored += count;
    }
    return stored;
  }

  private static String outdated(SealedColumn<?> column) {
    return " FROM %s WHERE (%s) AND substring(%s FROM 1 FOR %d) <> ?"
        .formatted(column.table(), column.condition(), column.column(), MasterKey.MARK_BYTES);
  }

  private byte[] mark() {
    return masterKey.newestMark();
  }
}
