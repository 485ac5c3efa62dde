package ch.meinkonto.trust;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives new entries their places in the log, adds them to the tree and signs the result. One node
 * does it at a time; nobody who writes an entry waits for it.
 */
@Component
class Sequencer {

  private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
  private static final int BATCH = 2000;

  /** Held while sequencing: the ASCII of "trustlog" as a number. */
  static final long LOCK = 0x74727573746c6f67L;

  private final TrustEntries entries;
  private final Tiles tiles;
  private final Checkpoints checkpoints;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Sequencer(
      TrustEntries entries,
      Tiles tiles,
      Checkpoints checkpoints,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.entries = entries;
    this.tiles = tiles;
    this.checkpoints = checkpoints;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Works until nothing is left. */
  void run() {
    while (Boolean.TRUE.equals(transaction.execute(_ -> batch()))) {
      // the next batch
    }
  }

  private boolean batch() {
    jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
    var pending = entries.pending(BATCH);
    if (pending.isEmpty()) {
      return false;
    }
    long size = checkpoints.latest().map(Checkpoints.Row::size).orElse(0L);
    entries.place(pending.stream().map(EntryRow::id).toList(), size);
    tiles.append(size, pending.stream().map(row -> TreeHash.leaf(row.commitment())).toList());
    long grown = size + pending.size();
    checkpoints.sign(grown, new Tree(tiles).root(grown));
    LOG.debug("The trust log has {} entries", grown);
    return pending.size() == BATCH;
  }
}
