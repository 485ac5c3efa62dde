package ch.meinkonto.trust;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tree's hashes, stored 256 in a row: two rows are read and written where single hashes would
 * take dozens. Hashes between the stored levels are calculated.
 */
@Repository
class Tiles implements TileSource {

  private final JdbcClient jdbc;

  Tiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds leaves behind the {@code size} there are. */
  void append(long size, List<byte[]> leaves) {
    append(0, size, leaves);
  }

  private void append(int level, long size, List<byte[]> hashes) {
    var full = new ArrayList<byte[]>();
    long at = size;
    int next = 0;
    while (next < hashes.size()) {
      var position = at >> WIDTH_BITS;
      int within = (int) (at & (WIDTH - 1));
      int count = Math.min(WIDTH - within, hashes.size() - next);
      var tile = new ByteArrayOutputStream(WIDTH * TreeHash.LENGTH);
      if (within > 0) {
        tile.writeBytes(Arrays.copyOf(read(level, position), within * TreeHash.LENGTH));
      }
      hashes.subList(next, next + count).forEach(tile::writeBytes);
      write(level, position, tile.toByteArray());
      if (within + count == WIDTH) {
        full.add(TileSource.subtree(tile.toByteArray(), 0, WIDTH));
      }
      at += count;
      next += count;
    }
    if (!full.isEmpty()) {
      append(level + 1, size >> WIDTH_BITS, full);
    }
  }

  @Override
  public byte[] read(int level, long position) {
    return jdbc.sql("SELECT hashes FROM trust_tile WHERE level = :level AND position = :position")
        .param("level", level)
        .param("position", position)
        .query(byte[].class)
        .optional()
        .orElse(new byte[0]);
  }

  /** How many leaves are stored. */
  long size() {
    return jdbc.sql(
            """
            SELECT position * 256 + length(hashes) / 32 FROM trust_tile
            WHERE level = 0 ORDER BY position DESC LIMIT 1
            """)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private void write(int level, long position, byte[] hashes) {
    jdbc.sql(
            """
            INSERT INTO trust_tile (level, position, hashes) VALUES (:level, :position, :hashes)
            ON CONFLICT (level, position) DO UPDATE SET hashes = excluded.hashes
            """)
        .param("level", level)
        .param("position", position)
        .param("hashes", hashes)
        .update();
  }

  /** The same rows, each read once: for many proofs in a row. */
  TileSource once() {
    var read =
        new LinkedHashMap<Tile, byte[]>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
            return size() > 256;
          }
        };
    return (level, position) ->
        read.computeIfAbsent(new Tile(level, position), tile -> read(tile.level, tile.position));
  }

  private record Tile(int level, long position) {}
}
