package ch.meinkonto.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.calendar.Calendars;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Calendar;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.Forms;
import ch.meinkonto.form.SampleAnswers;
import ch.meinkonto.form.Submission;
import ch.meinkonto.form.SubmissionTarget;
import ch.meinkonto.form.Validation;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What forms yield, on its way to becoming a request. */
class FormSubmissionsTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final SubmissionTarget target = CityOfTests.portal().bean(SubmissionTarget.class);
  private final Requests requests = CityOfTests.portal().bean(Requests.class);
  private final Forms forms = CityOfTests.portal().bean(Forms.class);
  private final Catalogue catalogue = CityOfTests.portal().bean(Catalogue.class);
  private final Visitor anna =
      new Visitor(
          Residents.register("Anna", "Keller").value(),
          "Anna Keller",
          false,
          CityOfTests.clock().instant(),
          false);

  @Test
  void becomesARequestOfTheOneWhoSendsIt() {
    var submission = submission(move(), answers(move()));

    var taken = target.submit(submission);
    assertThat(taken).isInstanceOf(SubmissionTarget.Taken.Sent.class);
    var next = ((SubmissionTarget.Taken.Sent) taken).next().toString();

    assertThat(next).matches("/antraege/[0-9a-f-]{36}/bestaetigung");
    var sent = requests.find(ch.meinkonto.contract.RequestId.of(next.split("/", 4)[2]));
    assertThat(sent)
        .hasValueSatisfying(request -> {
          assertThat(request.unit().value()).isEqualTo(CityOfTests.REAL_UNIT);
          assertThat(request.account()).isNotNull();
          assertThat(
                  CityOfTests.portal()
                      .bean(Handover.class)
                      .parts(SubmissionId.of(request.id()), Long.MAX_VALUE))
              .containsKeys("metadata", "data");
        });
    assertThat(target.submit(submission)).isEqualTo(taken);
  }

  /** All other units of the example city have no keys here: that is found out after the check. */
  @Test
  void takesWhatEachFormOfTheCityYields() {
    var services = catalogue.all(Locale.GERMAN).stream().filter(this::hasForm).toList();

    assertThat(services).hasSizeGreaterThan(9);
    for (var service : services) {
      var submission = submission(service, answers(service));
      if (CityOfTests.hasKeys(service.unit())) {
        assertThat(target.submit(submission)).isNotNull();
      } else {
        assertThatThrownBy(() -> target.submit(submission)).isInstanceOf(NotSent.class);
      }
    }
  }

  @Test
  void whatFitsTheAnswersIsOfferedOnTheConfirmationAndInTheThread() {
    CityOfTests.portal()
        .bean(Calendars.class)
        .publish(
            move().unit(), "umzug-melden", "termine", new Calendar(Map.of("de", "x"), List.of()));
    var fitting = List.of("termine", "nie-publiziert");

    var next = sent(submission(Optional.of(anna), fitting));
    assertThat(next).endsWith("/bestaetigung");
    var browser =
        Browser.sending(
            CityOfTests.portal().address().getPort(),
            HeaderLogin.HEADER,
            anna.accountId().toString());
    var address = "/kalender/umzug-melden/de/termine.ics";
    assertThat(browser.get(next).body())
        .contains("href=\"webcal://", address, "Kalender abonnieren")
        .doesNotContain("nie-publiziert");
    assertThat(browser.firstThread()).contains("href=\"webcal://", address);

    assertThat(sent(submission(Optional.empty(), fitting)))
        .as("nothing of it is kept here")
        .matches("/quittung/[0-9a-f-]{36}\\?kalender=termine");
  }

  private String sent(Submission submission) {
    return ((SubmissionTarget.Taken.Sent) target.submit(submission)).next().toString();
  }

  private Submission submission(Optional<Visitor> visitor, List<String> calendars) {
    var plain = submission(move(), answers(move()));
    return new Submission(
        plain.draftId(),
        plain.service(),
        plain.schemaVersion(),
        plain.answers(),
        plain.files(),
        plain.language(),
        visitor,
        plain.office(),
        plain.copies(),
        plain.due(),
        plain.booked(),
        calendars,
        plain.actor());
  }

  @Test
  void sendsNothingThatTheSchemaForbids() {
    var spoilt = submission(move(), "{\"gibt-es-nicht\":1}".getBytes(UTF_8));
    var old = submission(move(), 99, answers(move()));

    assertThatThrownBy(() -> target.submit(spoilt)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> target.submit(old)).isInstanceOf(IllegalStateException.class);
  }

  private Service move() {
    return catalogue.find(new ServiceId("umzug-melden")).orElseThrow();
  }

  private boolean hasForm(Service service) {
    return forms.form(service.id()).isPresent();
  }

  private byte[] answers(Service service) {
    Form form = forms.form(service.id()).orElseThrow();
    var now = CityOfTests.clock().instant().atZone(ZoneId.of("Europe/Zurich"));
    return JSON.writeValueAsBytes(
        Validation.assess(form, SampleAnswers.of(form, now, 1), now).answers());
  }

  private Submission submission(Service service, byte[] answers) {
    return submission(service, service.version(), answers);
  }

  private Submission submission(Service service, int version, byte[] answers) {
    return new Submission(
        UUID.randomUUID(),
        service.id(),
        version,
        answers,
        List.of(),
        Locale.GERMAN,
        Optional.of(anna),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
