package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.LeaseRequest;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.UnitKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An office rests; what is for it waits, in order, and its senders know. */
class PauseTest {

  private static final LeaseRequest AT_ONCE = new LeaseRequest(10, 0, 60);

  private final Pauses pauses = CityOfTests.portal().bean(Pauses.class);
  private final Leases leases = CityOfTests.portal().bean(Leases.class);
  private final UnitKeys keys = CityOfTests.office();
  private final UnitId unit = new UnitId(keys.unitId());

  @Test
  void whatIsForAPausedOfficeWaitsAndGoesOutInOrderAfterwards() throws Exception {
    var first = Residents.annaSends(keys);
    pauses.begin(unit, in(Duration.ofHours(1)));
    var second = Residents.annaSends(keys);
    assertThat(leases.take(unit, AT_ONCE)).isEmpty();
    assertThat(pauses.end(unit)).isTrue();
    assertThat(pauses.end(unit)).isFalse();
    assertThat(leases.take(unit, AT_ONCE))
        .extracting(delivery -> delivery.envelope().requestId())
        .containsExactly(first.id(), second.id());
  }

  @Test
  void aPauseEndsByItself() throws Exception {
    Residents.annaSends(keys);
    pauses.begin(unit, in(Duration.ofHours(1)));
    pauses.begin(unit, in(Duration.ofHours(2)));
    CityOfTests.clock().tick(Duration.ofMinutes(119));
    assertThat(leases.take(unit, AT_ONCE)).isEmpty();
    assertThat(pauses.isPaused(unit)).isTrue();
    CityOfTests.clock().tick(Duration.ofMinutes(1));
    assertThat(pauses.isPaused(unit)).isFalse();
    assertThat(leases.take(unit, AT_ONCE)).hasSize(1);
    assertThat(pauses.lastEnd(unit)).isPresent();
    pauses.forget(CityOfTests.clock().instant());
    assertThat(pauses.all()).doesNotContainKey(unit);
  }

  @Test
  void whatTheOfficeHasAlreadyItMayTake() {
    Residents.annaSends(keys);
    try (var office = CityOfTests.connect(keys)) {
      var round =
          office.receiveOnce(
              request -> {
                pauses.begin(unit, in(Duration.ofHours(1)));
                return Outcome.accepted();
              },
              10,
              Duration.ZERO);
      assertThat(round.accepted()).isEqualTo(1);
    }
  }

  @Test
  void anotherOfficeDoesNotNotice() throws Exception {
    var other = CityOfTests.office();
    pauses.begin(unit, in(Duration.ofHours(1)));
    Residents.annaSends(other);
    assertThat(leases.take(new UnitId(other.unitId()), AT_ONCE)).hasSize(1);
  }

  @Test
  void whoSentSomethingReadsThatTheOfficeTakesNothingNow() {
    var request = Residents.annaSends(keys);
    var anna =
        Browser.sending(
            CityOfTests.portal().address().getPort(),
            HeaderLogin.HEADER,
            Objects.requireNonNull(request.account()).toString());
    assertThat(anna.get("/antraege").body()).doesNotContain("übernimmt gerade keine");
    pauses.begin(unit, in(Duration.ofHours(1)));
    assertThat(anna.get("/antraege/" + request.id() + "/bestaetigung").body())
        .contains("Das Amt übernimmt gerade keine Anträge");
    pauses.end(unit);
  }

  private static Instant in(Duration time) {
    return CityOfTests.clock().instant().plus(time);
  }
}
