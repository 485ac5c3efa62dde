package ch.meinkonto.trust;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of the tree over the log's entries (RFC 9162 §2.1). */
record Tree(TileSource tiles) {

  /** The root over the first {@code size} entries. */
  byte[] root(long size) {
    return size == 0 ? TreeHash.empty() : hash(0, size);
  }

  /** Proves that entry {@code index} is among the first {@code size} (RFC 9162 §2.1.3.1). */
  List<byte[]> proof(long index, long size) {
    var path = new ArrayList<byte[]>();
    path(index, 0, size, path);
    return path;
  }

  private void path(long index, long from, long count, List<byte[]> path) {
    if (count == 1) {
      return;
    }
    long left = largestPowerBelow(count);
    if (index < left) {
      path(index, from, left, path);
      path.add(hash(from + left, count - left));
    } else {
      path(index - left, from + left, count - left, path);
      path.add(hash(from, left));
    }
  }

  private byte[] hash(long from, long count) {
    if (Long.bitCount(count) == 1) {
      int height = Long.numberOfTrailingZeros(count);
      return tiles.node(height, from >> height);
    }
    long left = largestPowerBelow(count);
    return TreeHash.node(hash(from, left), hash(from + left, count - left));
  }

  private static long largestPowerBelow(long count) {
    return Long.highestOneBit(count - 1);
  }
}
