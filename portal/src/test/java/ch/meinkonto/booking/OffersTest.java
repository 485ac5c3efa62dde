package ch.meinkonto.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.contract.Offer;
import ch.meinkonto.contract.PlacesFreed;
import ch.meinkonto.form.Places;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.unit.Offers;
import ch.meinkonto.unit.PortalRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sports office says what there is to book. */
class OffersTest {

  private static final String SERVICE = Courses.SERVICE.value();

  private final Offers offers = Courses.office().offers();
  private final String course = Courses.publish(3);

  @Test
  void itSeesHowManyPlacesAreTaken() {
    holds(2);

    assertThat(offers.status(SERVICE, course).taken()).isEqualTo(2);
    assertThat(offers.status(SERVICE, course).capacity()).isEqualTo(3);
  }

  @Test
  void itSaysAnewWhatItOffersAndTheTakenPlacesStay() {
    holds(2);
    Courses.publish(course, 10, List.of());

    assertThat(offers.status(SERVICE, course).taken()).isEqualTo(2);
    assertThat(offers.status(SERVICE, course).capacity()).isEqualTo(10);
  }

  @Test
  void itCannotHaveFewerPlacesThanAreTaken() {
    holds(2);

    refused(() -> Courses.publish(course, 1, List.of()), "offer-refused", "capacity-below-taken");
    assertThat(offers.status(SERVICE, course).capacity()).isEqualTo(3);
  }

  @Test
  void whatItWithdrawsNobodyElseCanBook() {
    offers.withdraw(SERVICE, course);
    offers.withdraw(SERVICE, course);

    assertThat(offers.status(SERVICE, course).withdrawn()).isTrue();
    assertThat(hold(1)).isEqualTo(new Places.Outcome.Refused(Places.Why.GONE));
    Courses.publish(course, 3, List.of());
    assertThat(hold(1)).isInstanceOf(Places.Outcome.Held.class);
  }

  @Test
  void whatItFreesIsFreeOnce() {
    holds(2);
    refused(
        () -> offers.free(SERVICE, course, new PlacesFreed(UUID.randomUUID(), 1)),
        "offer-refused",
        "more-than-taken");
    Courses.areTaken(course);
    var freed = new PlacesFreed(UUID.randomUUID(), 1);
    offers.free(SERVICE, course, freed);
    offers.free(SERVICE, course, freed);

    assertThat(offers.status(SERVICE, course).taken()).isEqualTo(1);
    refused(
        () -> offers.free(SERVICE, course, new PlacesFreed(UUID.randomUUID(), 2)),
        "offer-refused",
        "more-than-taken");
    assertThat(offers.status(SERVICE, course).taken()).isEqualTo(1);
  }

  @Test
  void itTellsWhatTheFormCalculatesWithAndNothingElse() {
    values(values -> without(values, "mindestalter"), "missing-value mindestalter");
    values(values -> with(values, "mindestalter", "fünf"), "wrong-value mindestalter");
    values(values -> with(values, "<script>", 1), "unknown-value ?script?");
  }

  @Test
  void whatTakesPlacesElsewhereNamesWhatIsThere() {
    refused(
        () -> Courses.publish(course, 3, List.of("nirgends")), "offer-refused", "unknown-takes");
    refused(() -> Courses.publish(course, 3, List.of(course)), "offer-refused", "unknown-takes");
  }

  @Test
  void nobodyOffersForAnother() {
    try (var other = CityOfTests.connect(CityOfTests.office())) {
      refused(() -> other.offers().status(SERVICE, course), "not-found", null);
      refused(() -> other.offers().withdraw(SERVICE, course), "not-found", null);
      refused(
          () -> other.offers().publish(SERVICE, course, Courses.course(1, List.of(), null)),
          "not-found",
          null);
    }
    refused(() -> offers.status("umzug-melden", course), "not-found", null);
    refused(() -> offers.status(SERVICE, "gibt-es-nicht"), "not-found", null);
  }

  private void values(UnaryOperator<Map<String, Object>> change, String detail) {
    var plain = Courses.course(3, List.of(), null);
    var values = change.apply(new HashMap<>(plain.values()));
    var changed =
        new Offer(
            plain.name(), null, null, null, null, null, null, 3, null, null, null, null, values);
    refused(() -> offers.publish(SERVICE, course, changed), "offer-refused", detail);
  }

  private static Map<String, Object> without(Map<String, Object> values, String name) {
    values.remove(name);
    return values;
  }

  private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
    values.put(name, value);
    return values;
  }

  private void holds(int places) {
    assertThat(hold(places)).isInstanceOf(Places.Outcome.Held.class);
  }

  private Places.Outcome hold(int places) {
    return CityOfTests.portal()
        .bean(Counter.class)
        .hold(new Places.Wish(UUID.randomUUID(), Courses.SERVICE, course, places, null));
  }

  private static void refused(ThrowingCallable call, String type, @Nullable String detail) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PortalRefused.class,
            refusal -> {
              assertThat(refusal.problem().type()).endsWith("/" + type);
              assertThat(refusal.problem().detail()).isEqualTo(detail);
            });
  }
}
