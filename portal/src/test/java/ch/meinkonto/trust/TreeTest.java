package ch.meinkonto.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeTest {

  @Test
  void hashesAsTheStandardSays() {
    // The empty tree and a tree with one empty leaf: SHA-256 of nothing, and of a zero byte.
    assertThat(hex(TreeHash.empty()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(hex(TreeHash.leaf(new byte[0])))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  }

  @Test
  void growingGivesTheRootOfTheRecursiveDefinition() {
    for (int size = 1; size < 70; size++) {
      var leaves = leaves(size);
      var growing = new TreeHash.Growing();
      leaves.forEach(growing::add);
      assertThat(growing.root()).as("size %d", size).isEqualTo(root(leaves));
    }
  }

  @Test
  void aProofForAnotherPlaceOrSizeDoesNotHold() {
    var leaves = leaves(2);
    var root = root(leaves);
    assertThat(TreeHash.included(leaves.get(0), 0, 2, List.of(leaves.get(1)), root)).isTrue();
    assertThat(TreeHash.included(leaves.get(0), 1, 2, List.of(leaves.get(1)), root)).isFalse();
    assertThat(TreeHash.included(leaves.get(0), 0, 3, List.of(leaves.get(1)), root)).isFalse();
    assertThat(TreeHash.included(leaves.get(0), 0, 2, List.of(), root)).isFalse();
    assertThat(TreeHash.included(leaves.get(0), 2, 2, List.of(leaves.get(1)), root)).isFalse();
  }

  static List<byte[]> leaves(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> TreeHash.leaf(("entry " + i).getBytes(UTF_8)))
        .toList();
  }

  /** RFC 9162 §2.1.1, word for word. */
  static byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    return TreeHash.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
