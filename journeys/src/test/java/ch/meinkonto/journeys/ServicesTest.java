package ch.meinkonto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.Organisation;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.RuleExample;
import ch.meinkonto.form.RuleExamples;
import ch.meinkonto.form.SampleAnswers;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.yaml.Findings;
import ch.meinkonto.platform.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every service with a form, from its page to the system of its unit and back; and its rules, as
 * its examples tell them, on the pages on which residents meet them.
 */
@Tag("services")
class ServicesTest {

  private static final Duration AT_MOST = Duration.ofMinutes(6);
  private static final String WORD = "gerne";
  private static final FormFilling.Upload FILES =
      new FormFilling.Upload(
          "bild.png", TestFiles.png("bild"), "blatt.pdf", TestFiles.pdf("blatt"));

  private final List<Form> forms = CityForms.all();
  private final RuleExamples examples = CityForms.examples();

  /** A request on its way. */
  private static final class Sent {

    private final Form form;
    private final String reference;
    private final String unit;
    private final Instant at = Instant.now();
    private Optional<Duration> taken = Optional.empty();
    private Optional<Duration> closed = Optional.empty();

    private Sent(Form form, String reference, String unit) {
      this.form = form;
      this.reference = reference;
      this.unit = unit;
    }

    private Duration since() {
      return Duration.between(at, Instant.now());
    }

    private void look(String stands) {
      if (taken.isEmpty() && stands.endsWith("taken")) {
        taken = Optional.of(since());
      }
      if (closed.isEmpty() && stands.startsWith("closed")) {
        closed = Optional.of(since());
      }
    }

    private static String shown(Optional<Duration> after) {
      return after.map(time -> "%.1f s".formatted(time.toMillis() / 1000.0)).orElse("no");
    }
  }

  @Test
  void everyServiceReachesItsUnitWhichBringsItToItsEnd() throws Exception {
    var city = RunningCity.shared();
    var database = new PortalDatabase(city.data());
    try (var person = new PlainBrowser(city.portal());
        var company = new PlainBrowser(city.portal())) {
      register(city, person, company);
      var all = new ArrayList<Sent>();
      for (var form : forms) {
        all.addAll(send(database, CityForms.isForCompanies(form) ? company : person, form));
        look(database, all);
      }
      clerksWork(city, all);
      try {
        Waiting.until(
            "all requests to be closed",
            AT_MOST,
            () -> {
              answerQuestions(database, List.of(person, company));
              return look(database, all) ? Optional.of(true) : Optional.empty();
            });
      } finally {
        print(all);
      }
    }
  }

  private static void register(RunningCity city, PlainBrowser person, PlainBrowser company)
      throws IOException {
    var mailbox = new Mailbox(city.surroundings());
    var password = "velo wolke tasse dienste";
    var livia = new Resident("Livia", "Alleskönner", "livia.a@example.org", password, person);
    livia.register(mailbox);
    livia.setUpApp();
    var owner = new Resident("Livia", "Alleskönner", "firma.a@example.org", password, company);
    owner.registerFor("Alleskönner GmbH", mailbox);
    owner.setUpApp();
  }

  /** One request, or one for each unit that was chosen. */
  private static List<Sent> send(PortalDatabase database, PlainBrowser browser, Form form)
      throws IOException, SQLException {
    var answers = SampleAnswers.of(form, ZonedDateTime.now(Formats.ZONE), 11);
    Offering.publish(RunningCity.shared(), form, answers);
    new FormFilling(browser, form, answers, FILES).toCheckPage();
    browser.submit("form[action$=/senden]", List.of());
    new Paying(browser).ifAsked();
    var references = References.all(browser.page().text());
    assertThat(references)
        .as(form.service().id() + ": " + browser.path() + ": " + browser.page().text())
        .isNotEmpty();
    Offering.close(RunningCity.shared(), form, answers);
    var units = database.map("SELECT reference, unit FROM request_envelope");
    return references.stream()
        .map(reference -> new Sent(form, reference, units.getOrDefault(reference, "")))
        .toList();
  }

  /** Units without a system of their own have somebody who reads and decides. */
  private static void clerksWork(RunningCity city, List<Sent> all) throws IOException {
    var byHand = new TreeMap<String, List<Sent>>();
    for (var sent : all) {
      if (channel(sent.unit).equals("worklist")) {
        byHand.computeIfAbsent(sent.unit, _ -> new ArrayList<>()).add(sent);
      }
    }
    for (var unit : byHand.entrySet()) {
      try (var clerk = WorklistClerk.logIn(city, unit.getKey())) {
        for (var sent : unit.getValue()) {
          clerk.closes(sent.reference, WORD);
        }
      }
    }
  }

  private static void answerQuestions(PortalDatabase database, List<PlainBrowser> browsers)
      throws SQLException, IOException {
    for (var thread :
        database.map("SELECT id::text, id::text FROM messages_thread WHERE asks").keySet()) {
      for (var browser : browsers) {
        if (browser.open("/mitteilungen/" + thread).status() == 200) {
          new Questions(browser).answer(WORD);
        }
      }
    }
  }

  private static boolean look(PortalDatabase database, List<Sent> all) throws SQLException {
    var stands =
        database.map(
            "SELECT reference, state || CASE WHEN taken_receipt IS NULL THEN '' ELSE ' taken' END"
                + " FROM request_envelope AS request"
                + " JOIN request_submission AS submission ON submission.id = request.id");
    all.forEach(sent -> sent.look(stands.getOrDefault(sent.reference, "")));
    return all.stream().allMatch(sent -> sent.taken.isPresent() && sent.closed.isPresent());
  }

  private static void print(List<Sent> all) {
    System.out.printf("%n%-28s %-10s %8s %8s%n", "service", "channel", "taken", "closed");
    for (var sent : all) {
      System.out.printf(
          "%-28s %-10s %8s %8s%n",
          sent.form.service().id(),
          channel(sent.unit),
          Sent.shown(sent.taken),
          Sent.shown(sent.closed));
    }
  }

  /** As the operators call it: what a unit reads, or by what the connector hands over to it. */
  private static String channel(String unit) {
    var connector =
        YamlFile.read(CityForms.FOLDER.resolve("connector.yaml"), new Findings())
            .require("units")
            .at(unit);
    return connector
        .map(one -> one.require("channel").text())
        .orElseGet(() ->
            CityForms.part(Organisation.class).units().stream()
                .filter(one -> one.id().value().equals(unit))
                .map(one -> one.channel().name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void everyServiceTellsItsRulesByExamples() {
    assertThat(forms)
        .filteredOn(form -> examples(form).isEmpty())
        .extracting(form -> form.service().id())
        .isEmpty();
  }

  @Test
  void everyExampleIsSoOnThePages() throws IOException {
    var city = RunningCity.shared();
    assertThat(forms.parallelStream().flatMap(form -> otherwise(city, form).stream())).isEmpty();
  }

  /** What the pages do not do as the examples say. */
  private List<String> otherwise(RunningCity city, Form form) {
    var otherwise = new ArrayList<String>();
    try (var browser = new PlainBrowser(city.portal())) {
      if (form.booking().isPresent()) {
        logIn(city, browser, form); // before one gets a place
      }
      for (var example : examples(form)) {
        if (!example.isOfOneMoment()) {
          new ExampleOnPages(city, browser, form, example)
              .otherwise()
              .ifPresent(
                  what -> otherwise.add(form.service().id() + ", “" + example + "”: " + what));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return otherwise;
  }

  private static void logIn(RunningCity city, PlainBrowser browser, Form form) throws IOException {
    var email = "bucht." + form.service().id() + "@example.org";
    new Resident("Livia", "Bucht", email, "velo wolke tasse dienste", browser)
        .register(new Mailbox(city.surroundings()));
  }

  private List<RuleExample> examples(Form form) {
    return examples.of(new ServiceId(form.service().id()));
  }
}
