package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.database.DatabaseServer;
import ch.meinkonto.testing.FullAccess;
import ch.meinkonto.testing.PortalTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A hundred thousand deliveries wait, most of them for one unit. The rows are rolled back. */
@PortalTest
@Transactional
class BacklogsTest {

  private static final UnitId BUSY = new UnitId("viel-1");
  private static final List<UnitId> UNITS =
      IntStream.rangeClosed(1, 75).mapToObj(number -> new UnitId("viel-" + number)).toList();

  private static final Scope ALL = new Scope(UNITS, UNITS, Set.of());

  private static final Backlogs.Backlog NONE = Backlogs.Backlog.NONE;

  @Autowired JdbcClient jdbc;
  @Autowired DatabaseServer database;
  @Autowired Backlogs backlogs;

  @BeforeEach
  void manyWait() {
    jdbc.sql(
            """
            INSERT INTO delivery_item
              (id, request_id, service, unit, state, due_at, created_at, reason, done_at)
            SELECT md5('d' || n)::uuid, md5('d' || n)::uuid,
              CASE WHEN n % 1000 = 0 THEN 'selten' WHEN n % 2 = 0 THEN 'oft' END,
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
      page = backlogs.page(ALL, Item.State.SET_ASIDE, place, 300);
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

  @Test
  void aServiceIsCountedAndTurnedWhereverItGoes() {
    var rare = Scope.of("selten", UNITS);
    assertThat(backlogs.byService().getOrDefault("selten", NONE).all()).isEqualTo(100);
    assertThat(backlogs.of(rare).all()).isEqualTo(100);
    var page = backlogs.page(rare, Item.State.SET_ASIDE, Backlogs.Place.of(""), 300);
    assertThat(page)
        .hasSize(backlogs.of(rare).setAside())
        .allMatch(item -> "selten".equals(item.service()));

    var mixed = new Scope(UNITS, Set.of(new UnitId("viel-2")), Set.of("selten"));
    assertThat(backlogs.of(mixed).all()).isBetween(backlogs.of(rare).all(), 100_000);
    assertThat(backlogs.of(ALL)).isEqualTo(backlogs.of(new Scope(UNITS, UNITS, Set.of("oft"))));
    assertThat(backlogs.of(Scope.of("gibtsnicht", UNITS))).isEqualTo(NONE);
  }

  private String plan() {
    var place = Backlogs.Place.of("");
    return String.join(
        "\n",
        jdbc.sql("EXPLAIN " + Backlogs.PAGE)
            .params(ALL.parameters())
            .param("state", "open")
            .param("since", Items.time(place.since()))
            .param("id", place.id())
            .param("most", 51)
            .query(String.class)
            .list());
  }
}
