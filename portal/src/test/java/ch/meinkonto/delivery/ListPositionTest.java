package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.Correspondence;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The office keeps a waiting list, and says where Anna is on it. */
class ListPositionTest {

  private static final Place HILL = new Place("Areal Sonnenhang", 12, 140);

  private final UnitKeys keys = CityOfTests.office();
  private final Unit office = CityOfTests.connect(keys);
  private final AccountId anna = Residents.register("Anna", "Wartet");
  private final Browser browser =
      Browser.sending(
          CityOfTests.portal().address().getPort(), HeaderLogin.HEADER, anna.toString());

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void theNewestPlacesStandAboveTheThread() {
    var request = taken(anna);
    say(request, new Place("Areal Sonnenhang", 118, 140));
    say(request, HILL, new Place("<b>Waldrand", 7, null));
    var correspondence = CityOfTests.portal().bean(Correspondence.class);
    correspondence.unitPlaces(
        new UnitId(keys.unitId()),
        request,
        List.of(new Place("Areal Sonnenhang", 130, 140)),
        CityOfTests.clock().instant().minus(Duration.ofDays(1)));

    var parts = browser.firstThread().split("<div class=\"thread\">");
    assertThat(parts[0])
        .contains("Areal Sonnenhang: Platz 12 von 140", "&lt;b&gt;Waldrand: Platz 7", "Stand ")
        .doesNotContain("Platz 118", "Platz 130");
    assertThat(parts[1])
        .contains("wo Sie auf der Warteliste stehen", "Platz 118 von 140", "Platz 130 von 140");
    assertThat(browser.get("/mitteilungen").body()).contains("Areal Sonnenhang: Platz");
  }

  @Test
  void whatIsSaidTwiceIsReadOnce() {
    var request = taken(anna);
    office.cases().once("p-1").position(request, List.of(HILL));
    office.cases().once("p-1").position(request, List.of(HILL));
    assertThat(browser.firstThread().split("Platz 12 von 140", -1)).hasSize(3);
  }

  @Test
  void whoWaitsNoMoreHasNoPlace() {
    var request = taken(anna);
    say(request, HILL);
    office.cases().state(request, RequestState.DECIDED);
    refused(ProblemType.NOT_POSSIBLE_NOW, office, request);
    office.cases().state(request, RequestState.CLOSED);
    assertThat(browser.firstThread().split("<div class=\"thread\">")[0]).doesNotContain("Platz 12");
  }

  @Test
  void anotherOfficeKnowsNobodysPlaceAndWithoutAnAccountThereIsNowhereToSayIt() {
    var request = taken(anna);
    try (var other = CityOfTests.connect(CityOfTests.office())) {
      refused(ProblemType.NOT_FOUND, other, request);
    }
    refused(ProblemType.NOT_POSSIBLE_NOW, office, taken(null));
  }

  private void say(RequestId request, Place... places) {
    office.cases().position(request, List.of(places));
  }

  private static void refused(ProblemType type, Unit office, RequestId request) {
    assertThatThrownBy(() -> office.cases().position(request, List.of(HILL)))
        .isInstanceOfSatisfying(
            PortalRefused.class, refusal -> assertThat(refusal.problem().is(type)).isTrue());
  }

  private RequestId taken(@Nullable AccountId account) {
    var request = Residents.send(Residents.request(keys, account, "{}"));
    assertThat(office.receiveOnce(_ -> Outcome.accepted(), 10, Duration.ZERO).accepted())
        .isEqualTo(1);
    return request.id();
  }
}
