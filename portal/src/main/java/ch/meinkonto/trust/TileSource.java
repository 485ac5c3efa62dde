package ch.meinkonto.trust;

import java.util.Arrays;

/** Where the tree's hashes are read from, 256 of a level at a time. */
@FunctionalInterface
interface TileSource {

  int WIDTH_BITS = 8;
  int WIDTH = 1 << WIDTH_BITS;

  /** The hashes there are in a row, one behind the other; empty when there is no such row. */
  byte[] read(int level, long position);

  /** The hash of the complete subtree {@code index} of the given height. */
  default byte[] node(int height, long index) {
    int level = height / WIDTH_BITS;
    int above = height % WIDTH_BITS;
    long first = index << above;
    return subtree(read(level, first >> WIDTH_BITS), (int) (first & (WIDTH - 1)), 1 << above);
  }

  /** The hash over {@code count} hashes of a row, {@code count} being a power of two. */
  static byte[] subtree(byte[] tile, int first, int count) {
    if (count == 1) {
      int from = first * TreeHash.LENGTH;
      if (from + TreeHash.LENGTH > tile.length) {
        throw new IllegalStateException("The log's tree is damaged: a hash is missing");
      }
      return Arrays.copyOfRange(tile, from, from + TreeHash.LENGTH);
    }
    int half = count / 2;
    return TreeHash.node(subtree(tile, first, half), subtree(tile, first + half, half));
  }
}
