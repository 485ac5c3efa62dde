package ch.meinkonto.booking;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.contract.PlacesFreed;
import ch.meinkonto.form.Places;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A course with one place is full; Anna comes first, then Urs, then Vreni. */
class WaitingListTest {

  private static final String SERVICE = "/dienste/" + Courses.SERVICE;
  private static final Counter COUNTER = CityOfTests.portal().bean(Counter.class);
  private static final WaitingList WAITING = CityOfTests.portal().bean(WaitingList.class);
  private static final WaitingRows ROWS = CityOfTests.portal().bean(WaitingRows.class);
  private static final JdbcClient JDBC = CityOfTests.portal().bean(JdbcClient.class);

  private final String course = Courses.publish(1);
  private final String page = SERVICE + "/angebote/" + course;
  private final UUID draft = UUID.randomUUID();
  private final AccountId anna = Residents.register("Anna", "Wartet");
  private final AccountId urs = Residents.register("Urs", "Wartet");

  @BeforeEach
  void isFull() {
    assertThat(hold(draft, null, 1)).isInstanceOf(Places.Outcome.Held.class);
  }

  @Test
  void whoWaitsSeesTheirPlaceInTheLine() {
    joins(anna);
    joins(urs);

    assertThat(as(anna).get(page).body()).contains("Sie sind als Nächstes an der Reihe");
    assertThat(as(urs).get(page).body()).contains("Vor Ihnen wartet 1 Person");
    assertThat(as(urs).get("/konto/wartelisten").body()).contains("Seepferdchen", "Vor Ihnen");
    assertThat(as(urs).get("/konto").body()).contains("/konto/wartelisten");
  }

  @Test
  void whatComesBackIsKeptForTheFirst() {
    joins(anna);
    joins(urs);
    comesBack();

    assertThat(as(anna).get(page).body())
        .contains("Ein Platz ist für Sie frei geworden", "Jetzt buchen");
    assertThat(as(urs).get(page).body()).contains("Sie sind als Nächstes an der Reihe");
    assertThat(hold(UUID.randomUUID(), urs, 1)).isEqualTo(full());
    assertThat(hold(UUID.randomUUID(), anna, 1)).isInstanceOf(Places.Outcome.Held.class);
    assertThat(ROWS.ofAccount(anna.value())).isEmpty();
    assertThat(taken()).isEqualTo(1);
  }

  @Test
  void whatIsNotBookedInTimeGoesToTheNext() {
    joins(anna);
    joins(urs);
    comesBack();
    var wait = ROWS.ofAccount(anna.value()).getFirst();
    JDBC.sql("UPDATE booking_waiting SET offered_until = :past WHERE id = :id")
        .param("past", CityOfTests.clock().instant().atOffset(ZoneOffset.UTC).minusSeconds(1))
        .param("id", wait.id())
        .update();
    WAITING.lapse(wait.id());

    assertThat(ROWS.ofAccount(anna.value())).isEmpty();
    assertThat(ROWS.ofAccount(urs.value())).singleElement().matches(Wait::isOffered);
    assertThat(taken()).isEqualTo(1);
  }

  @Test
  void whoDoesNotWantItPassesItOn() {
    joins(anna);
    joins(urs);
    comesBack();
    as(anna).submit(page, page + "/warteliste/verlassen", Map.of());

    assertThat(as(anna).get(page).body()).contains("Auf die Warteliste");
    assertThat(as(urs).get(page).body()).contains("Jetzt buchen");
  }

  @Test
  void whoWantsMoreThanThereIsLetsOthersGoFirst() {
    Courses.publish(course, 2, List.of());
    assertThat(hold(UUID.randomUUID(), null, 1)).isInstanceOf(Places.Outcome.Held.class);
    assertThat(WAITING.join(Courses.SERVICE, course, anna.value(), 2)).isTrue();
    joins(urs);
    comesBack();

    assertThat(ROWS.ofAccount(anna.value())).singleElement().matches(wait -> !wait.isOffered());
    assertThat(ROWS.ofAccount(urs.value())).singleElement().matches(Wait::isOffered);
  }

  @Test
  void placesThatTheUnitAddsAreTheirsToo() {
    joins(anna);
    Courses.publish(course, 2, List.of());
    WAITING.serve(Courses.SERVICE);

    assertThat(ROWS.ofAccount(anna.value())).singleElement().matches(Wait::isOffered);
    assertThat(hold(UUID.randomUUID(), urs, 1)).isEqualTo(full());
  }

  @Test
  void placesThatTheUnitFreesAreTheirsToo() {
    joins(anna);
    Courses.areTaken(course);
    Courses.office()
        .offers()
        .free(Courses.SERVICE.value(), course, new PlacesFreed(UUID.randomUUID(), 1));
    putBack();

    assertThat(ROWS.ofAccount(anna.value())).singleElement().matches(Wait::isOffered);
  }

  @Test
  void whoeverCanBookDoesNotWait() {
    COUNTER.release(draft);
    putBack();

    assertThat(WAITING.join(Courses.SERVICE, course, anna.value(), 1)).isFalse();
    assertThat(as(anna).get(page).body()).contains("Platz reservieren");
  }

  @Test
  void aClosedAccountWaitsForNothing() {
    joins(anna);
    joins(urs);
    comesBack();
    WAITING.close(anna.value());

    assertThat(ROWS.ofAccount(anna.value())).isEmpty();
    assertThat(ROWS.ofAccount(urs.value())).singleElement().matches(Wait::isOffered);
  }

  @Test
  void withoutALoginNobodyWaits() {
    var nobody = new Browser(CityOfTests.portal().address().getPort());

    assertThat(nobody.get(page).body()).contains("Anmelden, um zu warten");
    assertThat(nobody.get(page + "/warteliste").location()).startsWith("/anmelden");
  }

  private void joins(AccountId who) {
    var answer = as(who).submit(page, page + "/warteliste", Map.of());
    assertThat(answer.location()).isEqualTo(page);
    CityOfTests.clock().tick(Duration.ofMillis(2)); // who comes later is later
  }

  private void comesBack() {
    COUNTER.release(draft);
    putBack();
  }

  private void putBack() {
    JDBC.sql("SELECT id FROM booking_return WHERE :course = ANY(slots)")
        .param("course", course)
        .query(UUID.class)
        .list()
        .forEach(CityOfTests.portal().bean(Returns.class)::putBack);
  }

  private Places.Outcome hold(UUID forDraft, @Nullable AccountId who, int places) {
    var account = who == null ? null : who.value();
    return COUNTER.hold(new Places.Wish(forDraft, Courses.SERVICE, course, places, account));
  }

  private static Places.Outcome full() {
    return new Places.Outcome.Refused(Places.Why.FULL);
  }

  private int taken() {
    return Courses.office().offers().status(Courses.SERVICE.value(), course).taken();
  }

  private static Browser as(AccountId who) {
    return Browser.sending(
        CityOfTests.portal().address().getPort(), HeaderLogin.HEADER, who.toString());
  }
}
