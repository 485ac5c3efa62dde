package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.Audience;
import ch.meinkonto.catalogue.Level;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.payment.Paid;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that asks for two factors is sent with two, whatever the pages let through. */
class MissingTest {

  private static final ServiceId CONFIRMATION = new ServiceId("wohnsitzbestaetigung");

  private final Forms forms = CityOfTests.portal().bean(Forms.class);
  private final Drafts drafts = CityOfTests.portal().bean(Drafts.class);
  private final Sending sending = CityOfTests.portal().bean(Sending.class);
  private final AccountId anna = Residents.register("Anna", "Zweifach");

  @ParameterizedTest
  @CsvSource({
    "NONE, stranger, NOTHING",
    "NONE, one factor, NOTHING",
    "LOGIN, stranger, LOGIN",
    "LOGIN, one factor, NOTHING",
    "LOGIN, two factors, NOTHING",
    "TWO_FACTORS, stranger, LOGIN",
    "TWO_FACTORS, one factor, SECOND_FACTOR",
    "TWO_FACTORS, two factors, NOTHING",
  })
  void onlyWhatIsMissingIsAskedFor(Level level, String who, Missing missing) {
    var visitor =
        who.equals("stranger")
            ? Optional.<Visitor>empty()
            : Optional.of(anna(who.equals("two factors")));
    assertThat(Missing.of(level, Audience.EVERYBODY, visitor)).isEqualTo(missing);
  }

  @ParameterizedTest
  @CsvSource({
    "BUSINESS, private, BUSINESS_ACCOUNT",
    "BUSINESS, business, SECOND_FACTOR",
    "PRIVATE, private, SECOND_FACTOR",
    "PRIVATE, business, PRIVATE_ACCOUNT",
    "EVERYBODY, business, SECOND_FACTOR",
  })
  void theRightAccountComesBeforeItsSecondFactor(Audience audience, String kind, Missing missing) {
    var visitor =
        new Visitor(
            anna.value(), "Anna", kind.equals("business"), CityOfTests.clock().instant(), false);
    assertThat(Missing.of(Level.TWO_FACTORS, audience, Optional.of(visitor))).isEqualTo(missing);
    assertThat(Missing.of(Level.TWO_FACTORS, audience, Optional.empty())).isEqualTo(Missing.LOGIN);
  }

  @Test
  void nothingIsSentUntilBothFactorsAreThereAndTheDraftWaits() {
    var service = withTwoFactors();
    var draft = drafts.begin(CONFIRMATION, SampleAnswers.of(service.form(), forms.now(), 3));

    assertThat(send(draft, service, Optional.empty()))
        .isEqualTo(new Sending.Outcome.NotYet(Missing.LOGIN));
    assertThat(send(draft, service, Optional.of(anna(false))))
        .isEqualTo(new Sending.Outcome.NotYet(Missing.SECOND_FACTOR));
    assertThat(drafts.find(draft.id(), Optional.of(draft.key())))
        .isInstanceOf(Drafts.Found.Open.class);

    var sent = send(draft, service, Optional.of(anna(true)));
    assertThat(sent).isInstanceOf(Sending.Outcome.Unpaid.class);
    Paid.at(CityOfTests.portal(), ((Sending.Outcome.Unpaid) sent).pay());
    assertThat(received())
        .filteredOn(request -> request.sender().orElseThrow().name().family().equals("Zweifach"))
        .extracting(request -> request.envelope().assurance())
        .containsExactly(Assurance.TWO_FACTORS);
  }

  private Sending.Outcome send(Draft draft, ServiceForm service, Optional<Visitor> visitor) {
    return sending.send(draft, service, Locale.GERMAN, visitor);
  }

  /** As if the service's file said so. */
  private ServiceForm withTwoFactors() {
    var service = forms.find(CONFIRMATION).orElseThrow();
    return new ServiceForm(
        service.form(),
        service.name(),
        service.unit(),
        Level.TWO_FACTORS,
        Audience.EVERYBODY,
        false,
        service.file(),
        service.versionLine());
  }

  private Visitor anna(boolean twoFactors) {
    return new Visitor(
        anna.value(), "Anna Zweifach", false, CityOfTests.clock().instant(), twoFactors);
  }

  private static List<ReceivedRequest> received() {
    var inTray = new ArrayList<ReceivedRequest>();
    try (var unit = CityOfTests.connect(CityOfTests.keysOf(CityOfTests.REAL_UNIT))) {
      unit.receiveOnce(
          request -> {
            inTray.add(request);
            return Outcome.accepted();
          },
          50,
          Duration.ZERO);
    }
    return inTray;
  }
}
