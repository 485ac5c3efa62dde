package ch.meinkonto.statistics;

import ch.meinkonto.platform.crypto.LookupHash;
import java.nio.ByteBuffer;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many accounts somebody logged in to, without remembering which: linear counting (Whang,
 * Vander-Zanden, Taylor 1990). A keyed hash throws each account onto one of 262,144 places; how
 * many places were hit tells how many accounts there were, within half a percent up to a million.
 */
@Component
class ActiveAccounts {

  private static final int BITS = 18;
  static final int PLACES = 1 << BITS;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final LookupHash hash;
  private final Map<YearMonth, BitSet> known = new HashMap<>();
  private final Set<YearMonth> changed = new HashSet<>();

  ActiveAccounts(JdbcClient jdbc, TransactionTemplate transaction, LookupHash hash) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.hash = hash;
  }

  /** Somebody logged in to the account. */
  void seen(UUID account, YearMonth month) {
    var place = place(account);
    synchronized (known) {
      var places = known.computeIfAbsent(month, _ -> new BitSet(PLACES));
      if (!places.get(place)) {
        places.set(place);
        changed.add(month);
      }
    }
  }

  private int place(UUID account) {
    var bytes = hash.of("statistics-active", account.toString());
    return ByteBuffer.wrap(bytes).getInt() >>> (Integer.SIZE - BITS);
  }

  /** Joins what this node has seen to what all have. */
  void flush() {
    for (var month : changed()) {
      var mine = places(month);
      var done = false;
      try {
        transaction.executeWithoutResult(_ -> join(month, mine));
        done = true;
      } finally {
        settled(month, done);
      }
    }
  }

  private Set<YearMonth> changed() {
    synchronized (known) {
      return Set.copyOf(changed);
    }
  }

  private BitSet places(YearMonth month) {
    synchronized (known) {
      changed.remove(month);
      return (BitSet) known.getOrDefault(month, new BitSet()).clone();
    }
  }

  /** Earlier months are over: nobody is seen in them any more. */
  private void settled(YearMonth month, boolean done) {
    synchronized (known) {
      if (done) {
        known.keySet().removeIf(other -> other.isBefore(month));
      } else {
        changed.add(month);
      }
    }
  }

  private void join(YearMonth month, BitSet mine) {
    jdbc.sql("INSERT INTO statistics_active VALUES (:month, '') ON CONFLICT DO NOTHING")
        .param("month", month.atDay(1))
        .update();
    var all =
        jdbc.sql("SELECT places FROM statistics_active WHERE month = :month FOR UPDATE")
            .param("month", month.atDay(1))
            .query(byte[].class)
            .single();
    mine.or(BitSet.valueOf(all));
    jdbc.sql("UPDATE statistics_active SET places = :places WHERE month = :month")
        .param("places", mine.toByteArray())
        .param("month", month.atDay(1))
        .update();
  }

  /** How many accounts were in use in these months together, both included. */
  long count(YearMonth from, YearMonth to) {
    var places = new BitSet(PLACES);
    jdbc.sql("SELECT places FROM statistics_active WHERE month BETWEEN :from AND :to")
        .param("from", from.atDay(1))
        .param("to", to.atDay(1))
        .query(byte[].class)
        .list()
        .forEach(bytes -> places.or(BitSet.valueOf(bytes)));
    return estimate(places.cardinality());
  }

  /** How many accounts hit so many places. */
  static long estimate(int hit) {
    var free = Math.max(1, PLACES - hit);
    return Math.round(-PLACES * Math.log((double) free / PLACES));
  }

  /** No sum reaches back so far any more. */
  void erase(YearMonth before) {
    jdbc.sql("DELETE FROM statistics_active WHERE month < :before")
        .param("before", before.atDay(1))
        .update();
  }
}
