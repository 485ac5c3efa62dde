package ch.meinkonto.trust;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.database.DatabaseServer;
import ch.meinkonto.testing.FullAccess;
import ch.meinkonto.testing.PortalTest;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each test is rolled back: the tables belong to the whole portal. */
@PortalTest
@Transactional
class TilesTest {

  @Autowired Tiles tiles;
  @Autowired JdbcClient jdbc;
  @Autowired DatabaseServer database;

  @BeforeEach
  void noSequencingMeanwhile() {
    FullAccess.take(jdbc, database);
    jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
        .param("lock", Sequencer.LOCK)
        .query()
        .singleRow();
  }

  @Test
  void rootsAndProofsHoldHoweverTheTreeGrew() {
    jdbc.sql("DELETE FROM trust_tile").update();
    var leaves = TreeTest.leaves(700);
    var random = new Random(9162);
    for (int at = 0; at < leaves.size(); ) {
      int count = Math.min(1 + random.nextInt(90), leaves.size() - at);
      tiles.append(at, leaves.subList(at, at + count));
      at += count;
    }
    assertThat(tiles.size()).isEqualTo(700);
    for (var size : new int[] {1, 2, 255, 256, 257, 511, 512, 513, 699, 700}) {
      var tree = new Tree(tiles.once());
      var root = TreeTest.root(leaves.subList(0, size));
      assertThat(new Tree(tiles).root(size)).as("size %d", size).isEqualTo(root);
      for (int i = 0; i < size; i += 1 + size / 12) {
        assertThat(TreeHash.included(leaves.get(i), i, size, tree.proof(i, size), root))
            .as("entry %d of %d", i, size)
            .isTrue();
      }
    }
  }

  @Test
  void aLargeTreeNeedsFewRows() {
    jdbc.sql("DELETE FROM trust_tile").update();
    tiles.append(0, new ArrayList<>(TreeTest.leaves(70_000)));
    assertThat(new Tree(tiles).root(70_000)).isEqualTo(TreeTest.root(TreeTest.leaves(70_000)));
    assertThat(jdbc.sql("SELECT count(*) FROM trust_tile").query(Integer.class).single())
        .isEqualTo(274 + 2 + 1);
  }
}
