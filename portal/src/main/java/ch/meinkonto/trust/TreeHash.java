package ch.meinkonto.trust;

import ch.meinkonto.platform.crypto.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Hashes of a Merkle tree (RFC 9162 §2.1). */
final class TreeHash {

  static final int LENGTH = 32;

  private TreeHash() {}

  static byte[] leaf(byte[] commitment) {
    return hash((byte) 0, commitment, new byte[0]);
  }

  static byte[] node(byte[] left, byte[] right) {
    return hash((byte) 1, left, right);
  }

  /** The hash of the tree with no entries. */
  static byte[] empty() {
    return Sha256.begin().digest();
  }

  /**
   * Whether a leaf is where it is said to be (RFC 9162 §2.1.3.2).
   *
   * @param path the inclusion proof
   */
  static boolean included(
      byte[] leaf, long index, long size, List<byte[]> path, byte[] expectedRoot) {
    if (index < 0 || index >= size) {
      return false;
    }
    long fn = index;
    long sn = size - 1;
    var root = leaf;
    for (var sibling : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        root = node(sibling, root);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        root = node(root, sibling);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(root, expectedRoot);
  }

  private static byte[] hash(byte domain, byte[] left, byte[] right) {
    var digest = Sha256.begin();
    digest.update(domain);
    digest.update(left);
    digest.update(right);
    return digest.digest();
  }

  /** The root of a tree that grows leaf by leaf, in memory that does not grow with it. */
  static final class Growing {

    private final List<byte[]> peaks = new ArrayList<>();
    private long size;

    void add(byte[] leaf) {
      var hash = leaf;
      for (long rest = size; (rest & 1) == 1; rest >>= 1) {
        hash = node(peaks.removeLast(), hash);
      }
      peaks.add(hash);
      size++;
    }

    long size() {
      return size;
    }

    byte[] root() {
      if (peaks.isEmpty()) {
        return empty();
      }
      var root = peaks.getLast();
      for (int i = peaks.size() - 2; i >= 0; i--) {
        root = node(peaks.get(i), root);
      }
      return root;
    }
  }
}
