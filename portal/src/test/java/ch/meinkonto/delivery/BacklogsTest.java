package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.database.DatabaseServer;
import ch.meinkonto.testing.FullAccess;
import ch.meinkonto.testing.PortalTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.annotation.Transactional;

/** A hundred thousand deliveries wait, most of them for one unit. The rows are rolled back. */
@PortalTest
@Transactional
class BacklogsTest {

  private static final UnitId BUSY = new UnitId("viel-1");
  private static final List<UnitId> UNITS =
      IntStream.rangeClosed(1, 75).mapToObj(number -> new UnitId("viel-" + number)).toList();

  private static final Backlogs.Backlog NONE = Backlogs.Backlog.NONE;

  @Autowired JdbcClient jdbc;
  @Autowired DatabaseServer database;
  @Autowired Backlogs backlogs;

  @BeforeEach
  void manyWait() {
    jdbc.sql(
            """
            INSERT INTO delivery_item
              (id, request_id, unit, state, due_at, created_at, reason, done_at)
            SELECT md5('d' || n)::uuid, md5('d' || n)::uuid,
              'viel-' || CASE WHEN n % 5 = 0 THEN n % 75 + 1 ELSE 1 END,
              CASE WHEN n > 100000 THEN 'accepted' WHEN n % 100 = 0 THEN 'set-aside' ELSE 'open' END,
              now(), now() - n / 10 * interval '1 second', NULL, CASE WHEN n > 100000 THEN now() END
            FROM generate_series(1, 120000) n
            """)
        .update();
    FullAccess.take(jdbc, database); // for statistics of rows that only this transaction sees
    jdbc.sql("ANALYZE delivery_item").update();
  }

  @Test
  void pagesAreTurnedByTheIndexAndMissNothing() {
    var seen = new ArrayList<Item>();
    var place = Backlogs.Place.of("");
    List<Item> page;
    do {
      page = backlogs.page(UNITS, Item.State.SET_ASIDE, place, 300);
      seen.addAll(page);
      place = page.isEmpty() ? place : Backlogs.Place.of(Backlogs.Place.of(page.getLast()).code());
    } while (!page.isEmpty());

    assertThat(seen).hasSize(1000).doesNotHaveDuplicates();
    assertThat(seen).isSortedAccordingTo((a, b) -> a.createdAt().compareTo(b.createdAt()));
    assertThat(plan()).contains("delivery_item_waiting").doesNotContain("Seq Scan");
  }

  @Test
  void eachUnitIsCounted() {
    var all = backlogs.all();
    assertThat(all.get(BUSY)).isEqualTo(backlogs.of(BUSY));
    assertThat(UNITS.stream().mapToInt(unit -> all.getOrDefault(unit, NONE).all()).sum())
        .isEqualTo(100_000);
    assertThat(backlogs.of(new UnitId("ohne"))).isEqualTo(NONE);
  }

  private String plan() {
    var place = Backlogs.Place.of("");
    return String.join(
        "\n",
        jdbc.sql("EXPLAIN " + Backlogs.PAGE)
            .param("units", new SqlArrayValue("text", UNITS.stream().map(UnitId::value).toArray()))
            .param("state", "open")
            .param("since", Items.time(place.since()))
            .param("id", place.id())
            .param("most", 51)
            .query(String.class)
            .list());
  }
}
