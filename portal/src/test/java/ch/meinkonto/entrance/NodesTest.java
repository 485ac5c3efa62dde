package ch.meinkonto.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.entrance.Ticket.Kind;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.RunningPortal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several nodes and one line. */
class NodesTest {

  private static final String SERVICE = "wohnsitzbestaetigung";
  private static final String DOOR = "/dienste/" + SERVICE + "/antrag";
  private static final RunningPortal ONE = CityOfTests.portal();
  private static final RunningPortal OTHER = CityOfTests.start(RunningPortal.freePort());

  private UUID rush = UUID.randomUUID();

  @AfterAll
  static void theOtherGoes() {
    OTHER.close();
  }

  @AfterEach
  void itIsOver() {
    ONE.bean(JdbcClient.class)
        .sql("UPDATE entrance_rush SET ended_at = now() WHERE ended_at IS NULL")
        .update();
    ONE.bean(Rushes.class).changed();
  }

  @Test
  void aPlaceIsTheSameAtEachNodeAndSurvivesOne() {
    plan(Duration.ofMinutes(10));
    var at = new Browser(ONE.address().getPort());
    assertThat(at.get(DOOR).status()).isEqualTo(429);
    var name = name();
    var cookie = at.cookie(name).orElseThrow();
    var there = new Browser(OTHER.address().getPort());
    there.plant(name, cookie);
    await().untilAsserted(() -> assertThat(there.get(DOOR).status()).isEqualTo(429));
    assertThat(there.get(DOOR).cookies()).as("it is taken for what it is").isEmpty();
    var ticket = ONE.bean(Tickets.class).read(cookie).orElseThrow();
    var line = PaceTest.opening(5_000);
    assertThat(OTHER.bean(Tickets.class).place(ticket, line))
        .isEqualTo(ONE.bean(Tickets.class).place(ticket, line));
  }

  @Test
  void numbersAreInOrderToTheSecondAndADeadNodesAreNobodys() throws InterruptedException {
    plan(Duration.ZERO);
    var here = ONE.bean(Numbers.class);
    var there = OTHER.bean(Numbers.class);
    var given = new HashSet<Long>();
    var last = 0L;
    for (var i = 0; i < 50; i++) {
      var number = here.next(rush);
      assertThat(number).isGreaterThan(last);
      last = number;
      assertThat(given.add(number)).isTrue();
      assertThat(given.add(there.next(rush))).isTrue();
    }
    // the other dies with what it took; who comes a second later is behind all
    Thread.sleep(Numbers.KEPT.plusMillis(100));
    var next = here.next(rush);
    assertThat(given).allMatch(number -> number < next);
    assertThat(ONE.bean(RushRows.class).find(rush).orElseThrow().line().late()).isEqualTo(next);
  }

  @Test
  void thoseWhoDoNotComeAreCounted() {
    plan(Duration.ZERO);
    var admissions = ONE.bean(Admissions.class);
    for (var number = 1; number <= 100; number += 2) {
      var ticket = new Ticket(Kind.LATE, rush, false, UUID.randomUUID(), number);
      assertThat(admissions.admit(ticket, number)).isEqualTo(Admissions.Outcome.ADMITTED);
      assertThat(admissions.admit(ticket, number)).isEqualTo(Admissions.Outcome.AGAIN);
    }
    assertThat(admissions.shown(rush, 100)).isEqualTo(0.5);
    assertThat(admissions.shown(rush, 10)).as("too few to say").isEqualTo(1);
    assertThat(admissions.shown(rush, 1e6)).isEqualTo(0.05);
  }

  @Test
  void onlyOneNodeMovesTheFrontInASecond() {
    plan(Duration.ZERO);
    ONE.bean(JdbcClient.class)
        .sql("UPDATE entrance_rush SET early = 1000000, pace = 10 WHERE id = ?")
        .param(rush)
        .update();
    var begin = System.nanoTime();
    await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
    var seconds = (System.nanoTime() - begin) / 1e9;
    var front = ONE.bean(RushRows.class).find(rush).orElseThrow().line().front();
    assertThat(front).isBetween(20.0, 10.0 * (seconds + 3));
  }

  @Test
  void itOpensByItselfUnderLoadAndNobodyIsSentOut() {
    var busy =
        CityOfTests.start(
            RunningPortal.freePort(),
            "--meinkonto.entrance.services=" + SERVICE,
            "--meinkonto.entrance.overloaded=1ms",
            "--meinkonto.entrance.floor=1",
            "--meinkonto.entrance.ceiling=1");
    try {
      var inside = new Browser(busy.address().getPort());
      assertThat(inside.get(DOOR).status()).isEqualTo(302);
      var rows = busy.bean(RushRows.class);
      var crowd = new Browser(busy.address().getPort());
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            crowd.get("/dienste");
            return !rows.open().isEmpty();
          });
      rush = rows.open().getFirst().id();
      assertThat(rows.insert(UUID.randomUUID(), rows.open().getFirst().plan()))
          .as("a second one")
          .isFalse();
      await()
          .untilAsserted(() ->
              assertThat(new Browser(busy.address().getPort()).get(DOOR).status()).isEqualTo(429));
      assertThat(inside.get(DOOR).status()).isEqualTo(302);
    } finally {
      busy.close();
    }
  }

  private void plan(Duration opensIn) {
    var now = CityOfTests.clock().instant();
    rush = UUID.randomUUID();
    ONE.bean(RushRows.class)
        .insert(rush, new Plan(List.of(SERVICE), true, false, now, now.plus(opensIn), 0, 600, 600));
    ONE.bean(Rushes.class).changed();
  }

  private String name() {
    var id = rush.toString();
    return "mk-warten-" + id.substring(id.length() - 12);
  }
}
