package ch.meinkonto.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.entrance.Ticket.Kind;
import ch.meinkonto.testing.PortalTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Signed tickets, fair draws, and what a ticket costs. */
@PortalTest
class TicketsTest {

  private static final UUID RUSH = UUID.randomUUID();
  private static final int PEOPLE = 10_000;

  @Autowired Tickets tickets;

  @Test
  void whatWasSignedIsReadAndNothingElse() {
    var ticket = new Ticket(Kind.LATE, RUSH, true, UUID.randomUUID(), 4_711);
    var written = tickets.written(ticket);
    assertThat(tickets.read(written)).contains(ticket);
    assertThat(written).hasSizeLessThan(90);
    var bytes = Base64.getUrlDecoder().decode(written);
    for (var at = 0; at < bytes.length; at++) {
      var forged = bytes.clone();
      forged[at] = (byte) (forged[at] ^ 1);
      assertThat(tickets.read(Base64.getUrlEncoder().encodeToString(forged))).isEmpty();
    }
    for (var nonsense :
        List.of("", "x", "=", "ä", written + "A", written.substring(4), "A".repeat(100_000))) {
      assertThat(tickets.read(nonsense)).isEmpty();
    }
  }

  @Test
  void everyPlaceIsAsLikelyAsAnyOther() {
    var buckets = new int[20];
    for (var draw : draws()) {
      assertThat(draw).isGreaterThan(0).isLessThanOrEqualTo(1);
      buckets[Math.min(19, (int) (draw * 20))]++;
    }
    var expected = PEOPLE / 20.0;
    var chiSquare =
        IntStream.of(buckets).mapToDouble(seen -> Math.pow(seen - expected, 2) / expected).sum();
    // 19 degrees of freedom: more than 60 once in 250,000 keys
    assertThat(chiSquare).isLessThan(60);
  }

  @Test
  void comingEarlierAmongTheEarlyHelpsNobody() {
    var draws = draws();
    var mean = (PEOPLE - 1) / 2.0;
    double together = 0;
    double spread = 0;
    double draw = 0;
    for (var i = 0; i < PEOPLE; i++) {
      together += (i - mean) * (draws[i] - 0.5);
      spread += Math.pow(i - mean, 2);
      draw += Math.pow(draws[i] - 0.5, 2);
    }
    assertThat(Math.abs(together / Math.sqrt(spread * draw))).isLessThan(0.05);
  }

  @Test
  void placesAreThereBySharesAndLateOnesComeAfterAllEarlyOnes() {
    var line = PaceTest.opening(PEOPLE);
    var random = new Random(1);
    var before =
        IntStream.range(0, PEOPLE)
            .mapToDouble(_ -> tickets.place(early(random), line))
            .filter(place -> place <= PEOPLE / 4.0)
            .count();
    assertThat(before).isBetween(PEOPLE / 4L - 250, PEOPLE / 4L + 250);
    var late =
        LongStream.rangeClosed(1, 3)
            .mapToDouble(
                number -> tickets.place(new Ticket(Kind.LATE, RUSH, false, RUSH, number), line))
            .toArray();
    assertThat(late).containsExactly(PEOPLE + 1, PEOPLE + 2, PEOPLE + 3);
  }

  @Test
  void anAccountHasOneLotInARushAndAnotherInTheNext() {
    var account = UUID.randomUUID().toString();
    var holder = tickets.holder(RUSH, account);
    assertThat(tickets.holder(RUSH, account)).isEqualTo(holder);
    assertThat(tickets.draw(RUSH, holder)).isEqualTo(tickets.draw(RUSH, holder));
    var next = UUID.randomUUID();
    assertThat(tickets.holder(next, account)).isNotEqualTo(holder);
    assertThat(tickets.draw(next, holder)).isNotEqualTo(tickets.draw(RUSH, holder));
  }

  @Test
  void manyTicketsFromOneNetworkCostMoreAndMoreAndAreNeverRefused() {
    var efforts = new Efforts(at(0), tickets);
    assertThat(IntStream.range(0, 30).mapToLong(_ -> efforts.task("school"))).containsOnly(0L);
    var first = task(efforts.task("school"));
    assertThat(Efforts.bits(first)).isEqualTo(12);
    assertThat(efforts.pause(first)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
    var last = first;
    for (var i = 0; i < 1_000; i++) {
      last = task(efforts.task("school"));
    }
    assertThat(Efforts.bits(last)).isEqualTo(18);
    assertThat(efforts.pause(last)).isLessThanOrEqualTo(Duration.ofSeconds(121));
    assertThat(efforts.task("elsewhere")).isZero();
  }

  @Test
  void aTaskIsEarnedByComputingOrByWaiting() {
    var efforts = new Efforts(at(0), tickets);
    var task = task((12L << 48) + at(5).instant().getEpochSecond());
    assertThat(efforts.redeem(task, "")).isFalse();
    for (var wrong : List.of("-1", "x", "1".repeat(400), "1e3", " 1")) {
      assertThat(efforts.redeem(task, wrong)).as(wrong).isFalse();
    }
    var solution =
        LongStream.iterate(0, number -> number + 1)
            .filter(number -> Efforts.solves(efforts.puzzle(task), Long.toString(number), 12))
            .findFirst()
            .orElseThrow();
    assertThat(efforts.redeem(task, Long.toString(solution))).isTrue();
    assertThat(Efforts.solves(efforts.puzzle(task) + "x", Long.toString(solution), 12)).isFalse();
    assertThat(new Efforts(at(6), tickets).redeem(task, "")).isTrue();
    assertThat(new Efforts(at(700), tickets).over(task)).isTrue();
    assertThat(efforts.over(task)).as("it is good once").isTrue();
  }

  private double[] draws() {
    var random = new Random(7);
    return IntStream.range(0, PEOPLE)
        .mapToDouble(_ -> tickets.draw(RUSH, new UUID(random.nextLong(), random.nextLong())))
        .toArray();
  }

  private static Ticket early(Random random) {
    return new Ticket(Kind.EARLY, RUSH, false, new UUID(random.nextLong(), random.nextLong()), 0);
  }

  private static Ticket task(long number) {
    return new Ticket(Kind.TASK, RUSH, false, RUSH, number);
  }

  private static Clock at(int second) {
    return Clock.fixed(Instant.parse("2027-08-16T06:00:00Z").plusSeconds(second), ZoneOffset.UTC);
  }
}
