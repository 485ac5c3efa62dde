package ch.meinkonto.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.catalogue.Service;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.SampleAnswers;
import ch.meinkonto.journeys.PlainBrowser.Entry;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * First law, from outside: a resident fills every field of every service with marks that stand
 * nowhere else, and units of every kind of channel answer with another; then everything that lies
 * about is searched for them. What was typed is in the system of its unit, what a unit said is
 * there and in the resident's own session, and both are nowhere else.
 */
@Tag("privacy")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrivacyTest {

  private static final String EMAIL = Marks.NAME.toLowerCase(Locale.ROOT) + "@example.org";
  private static final String CUSTOMER_NUMBER = "94718253";
  private static final String IN_A_FOLDER = "stadtkanzlei";
  private static final String BY_HAND = "laufbahnzentrum";

  /** Where one chooses among the units. */
  private static final String CHOSEN = "steueramt";

  private static final String BY_LETTER = "mein-ewz";

  /** What else belongs to a unit's system: the broker it reads from, the folder it looks into. */
  private static final Map<String, List<String>> PLACES =
      Map.of(
          "wasserversorgung",
          List.of("offices/broker/"),
          IN_A_FOLDER,
          List.of("connector/" + IN_A_FOLDER + "/eingang/"));

  /** A service for each kind of channel but the worklist, where the clerk looks. */
  private static final Map<String, String> KINDS =
      Map.of(
          "hund-anmelden", "pull",
          "schulische-betreuung", "push",
          "umzug-melden", "soap",
          "anwohnerparkkarte", "sftp",
          "fundsache", "mail",
          "wasser-zaehlerstand", "amqp",
          "schaden-melden", "rest",
          "stimmrechtsausweis", "folder");

  /** Of each unit; which office deals with a request is up to what is typed. */
  private static final List<List<String>> MAILBOXES =
      List.of(
          List.of("fundbuero"),
          List.of("konto-fundbuero"),
          List.of("betreibungsaemter", "betreibungsamt-1", "betreibungsamt-4"),
          List.of("konto-betreibungsaemter"),
          List.of("saw"),
          List.of("konto-saw"),
          List.of("stadtarchiv"),
          List.of("konto-stadtarchiv"),
          List.of("fachschule-viventa"),
          List.of("konto-fachschule-viventa"));

  private final List<Form> forms = CityForms.all();
  private final List<Service> services = CityForms.services();
  private final Marks marks = new Marks();
  private final Map<String, String> read = new TreeMap<>();
  private RunningCity city;
  private PortalDatabase database;
  private String atTheClerk = "";
  private byte[] clerksFile = {};
  private byte[] document = {};

  @BeforeAll
  void livesThroughEverything() throws Exception {
    var temporary = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "tmp-");
    city =
        RunningCity.start(
            everyKindOfChannel(),
            Map.of("JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary, "SIMULATOR_PACE", "200"));
    database = new PortalDatabase(city.data());
    Files.createSymbolicLink(city.data().resolve("tmp"), temporary);

    try (var browser = new PlainBrowser(city.portal());
        var company = new PlainBrowser(city.portal())) {
      var mailbox = new Mailbox(city.surroundings());
      var password = "velo wolke tasse " + Marks.NAME;
      var anna = new Resident(Marks.NAME + "anna", Marks.NAME + "meier", EMAIL, password, browser);
      anna.register(mailbox);
      anna.setUpApp();
      new Resident(Marks.NAME + "otto", Marks.NAME + "huber", "ag-" + EMAIL, password, company)
          .registerFor(Marks.NAME + " AG", mailbox);
      for (var form : forms) {
        send(isForCompanies(form) ? company : browser, form);
      }
      try (var clerk = WorklistClerk.logIn(city, BY_HAND)) {
        clerk.takesTheCase();
        atTheClerk = clerk.says();
        clerk.writes(Marks.SAID);
        answerQuestions(browser);
        clerk.closesIt(Marks.SAID);
        clerksFile = clerk.file();
      }
      typeTheCodeOfALetter(browser);
      leaveADraftBehind();
      awaitTheEnd(browser, company);
      readEverything(browser);
      readEverything(company);
    }
  }

  /**
   * With a unit that has a folder; all units' words carry a mark, but for what they publish for
   * everybody.
   */
  private static Path everyKindOfChannel() throws IOException {
    return CityCopy.with(
        Map.of(
            "organisation.yaml",
                text ->
                    text.replaceFirst(
                        "(id: " + IN_A_FOLDER + "\\n(?s:.*?))channel: push",
                        "$1channel: connector"),
            "connector.yaml",
                text ->
                    text
                        + """
                          %s: { channel: folder, folder: "${DATA_DIR}/connector/%<s", settle: 0s }
                        """
                            .formatted(IN_A_FOLDER),
            "simulation.yaml",
                text ->
                    Pattern.compile("(?ms)^calendars:.*?^services:|\\bde: \"?")
                        .matcher(text)
                        .replaceAll(found ->
                            Matcher.quoteReplacement(
                                found.group().startsWith("calendars")
                                    ? found.group()
                                    : found.group() + Marks.SAID + " "))
                        .replaceAll("percent: \\d+", "percent: 0")));
  }

  private boolean isForCompanies(Form form) {
    return services.stream()
        .filter(service -> service.id().value().equals(form.service().id()))
        .anyMatch(service -> !service.audience().admits(false));
  }

  /** With answers of its own: a number that two samples have in common would be no mark. */
  private void send(PlainBrowser browser, Form form) throws IOException {
    var answers = fill(browser, form, 100 * (1 + forms.indexOf(form)));
    browser.submit("form[action$=/senden]", List.of());
    new Paying(browser).ifAsked();
    assertThat(browser.status()).as(form.service().id() + ": " + browser.path()).isEqualTo(200);
    Offering.close(city, form, answers);
  }

  private Map<String, Object> fill(PlainBrowser browser, Form form, int seed) throws IOException {
    var now = ZonedDateTime.now(ZoneId.of("Europe/Zurich"));
    var given = longAnswers(form, now, seed);
    form.perUnit().ifPresent(units -> given.put(units, List.of(CHOSEN)));
    var answers = marks.in(form, given);
    var files = marks.files(form.service().id());
    Offering.publish(city, form, answers);
    new FormFilling(browser, form, answers, files).toCheckPage();
    return answers;
  }

  /** Of ten samples the one that says most. */
  private static Map<String, Object> longAnswers(Form form, ZonedDateTime now, int seed) {
    return IntStream.range(seed, seed + 10)
        .mapToObj(one -> SampleAnswers.of(form, now, one))
        .max(Comparator.comparingInt(Map::size))
        .orElseThrow();
  }

  /** It is the wrong one, but nobody at the portal knows. */
  private void typeTheCodeOfALetter(PlainBrowser browser) throws IOException {
    var page = "/konto/freischaltung/" + BY_LETTER;
    browser.open(page + "/brief");
    browser.submit(
        "[name=angabe-kundennummer]",
        List.of(new Entry("angabe-kundennummer", marks.also(BY_LETTER, CUSTOMER_NUMBER))));
    browser.open(page);
    browser.submit("[name=code]", List.of(new Entry("code", marks.next(BY_LETTER))));
    Waiting.untilTrue(
        "the answer to a code",
        () -> !browser.open(page).page().select(".error-summary").isEmpty());
  }

  /**
   * All; and it goes on when one with files, one from the worklist and a small form were among
   * them.
   */
  private void answerQuestions(PlainBrowser browser) {
    var awaited = new HashSet<>(Set.of("umzug-melden", "laufbahnberatung", "schulische-betreuung"));
    Waiting.untilTrue(
        "questions",
        () -> {
          awaited.removeAll(answerWhatIsAsked(browser));
          return awaited.isEmpty();
        });
  }

  /** The services about which there was a question. */
  private Set<String> answerWhatIsAsked(PlainBrowser browser) throws IOException {
    var answered = new HashSet<String>();
    for (var thread : threads(browser)) {
      browser.open(thread);
      var service = service(browser);
      if (new Questions(browser).answer(marks.next(service))) {
        answered.add(service);
      }
    }
    return answered;
  }

  /** Page by page. */
  private static List<String> threads(PlainBrowser browser) throws IOException {
    var threads = new ArrayList<String>();
    for (var page = "/mitteilungen"; !page.isEmpty(); ) {
      browser.open(page);
      threads.addAll(browser.page().select(".inbox a[href^=/mitteilungen/]").eachAttr("href"));
      page = browser.page().select("a[href^=/mitteilungen]:contains(Ältere)").attr("href");
    }
    return threads;
  }

  /** The service that the thread on the page is about. */
  private String service(PlainBrowser browser) {
    var title = browser.page().select("h1").text();
    return services.stream()
        .filter(service -> service.name(Locale.GERMAN).equals(title))
        .map(service -> service.id().value())
        .findFirst()
        .orElseThrow(() -> new AssertionError(title));
  }

  private void leaveADraftBehind() throws IOException {
    try (var browser = new PlainBrowser(city.portal())) {
      fill(browser, CityForms.of("fundsache"), 9);
    }
  }

  /** Every unit has said all that it has to say. */
  private void awaitTheEnd(PlainBrowser browser, PlainBrowser company) {
    Waiting.untilTrue(
        "all requests to be closed",
        () -> {
          answerWhatIsAsked(browser);
          answerWhatIsAsked(company);
          return database.count("SELECT count(*) FROM request_envelope WHERE state = 'closed'")
              == forms.size();
        });
    Waiting.untilTrue(
        "all sealed parts to be taken",
        () -> database.count("SELECT count(*) FROM request_part") == 0);
  }

  private void readEverything(PlainBrowser browser) throws IOException {
    for (var thread : threads(browser)) {
      browser.open(thread);
      var service = service(browser);
      var formal = browser.page().select("a[href*=/zustellung/]").attr("href");
      if (!formal.isEmpty()) {
        browser.open(formal).submit("form[action*=/zustellung/]", List.of());
      }
      read.put(service, browser.page().text());
      var letter = browser.page().select("a[href*=/dokumente/]").attr("href");
      if (!letter.isEmpty()) {
        document = browser.open(letter).content();
      }
    }
  }

  @Test
  @Order(1)
  void theResidentReadsWhatEveryUnitSaid() {
    assertThat(read.keySet()).hasSize(forms.size());
    assertThat(read).allSatisfy((_, text) -> assertThat(text).contains(Marks.SAID));
    assertThat(new Canary(List.of(Marks.SAID)).isIn(document)).isTrue();
  }

  @Test
  @Order(2)
  void theClerkReadsWhatIsSealedElsewhere() {
    var typed = requireNonNull(marks.typed().get("laufbahnberatung"));
    assertThat(typed.isIn(atTheClerk.getBytes(UTF_8))).isTrue();
    assertThat(typed.isIn(clerksFile)).isTrue();
  }

  @Test
  @Order(3)
  void everythingIsInTheSystemOfItsUnitAndNowhereElse() throws Exception {
    database.backUp(city.data().resolve("backup"));
    var everywhere = whereItIs();
    marks
        .typed()
        .forEach((service, typed) -> {
          var own = places(service);
          var found = everywhere.stream().filter(file -> isIn(file, typed)).toList();
          assertThat(found)
              .as("what was typed for " + service)
              .allMatch(file -> own.stream().anyMatch(file::startsWith));
          if (KINDS.containsKey(service)) {
            assertThat(found)
                .as("what comes by " + KINDS.get(service))
                .anyMatch(file -> file.startsWith(own.getFirst()));
          }
        });
    assertThat(everywhere).allMatch(PrivacyTest::isAUnits);
  }

  private boolean isIn(String file, Canary canary) {
    try {
      return canary.isIn(Files.readAllBytes(city.data().resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the unit in charge first, then of those that get copies. */
  private List<String> places(String service) {
    var inCharge =
        services.stream()
            .filter(one -> one.id().value().equals(service))
            .map(one -> one.unit().value());
    var copied =
        forms.stream()
            .filter(form -> form.service().id().equals(service))
            .flatMap(form -> form.copies().stream().map(copy -> copy.unit().value()));
    var chosen =
        forms.stream()
            .filter(form -> form.service().id().equals(service) && form.perUnit().isPresent())
            .map(_ -> CHOSEN);
    return Stream.of(chosen, inCharge, copied)
        .flatMap(units -> units)
        .flatMap(unit ->
            Stream.concat(
                Stream.of("offices/" + unit + "/"), PLACES.getOrDefault(unit, List.of()).stream()))
        .toList();
  }

  /**
   * Where units keep what is theirs: their systems, letters that they had printed, and the folder
   * that is one's system, which the connector only fills.
   */
  private static boolean isAUnits(String file) {
    return file.startsWith("offices/")
        || file.startsWith("letters/")
        || file.matches("connector/" + IN_A_FOLDER + "/(eingang|ausgang|erledigt)/.*");
  }

  @Test
  @Order(4)
  void mailServersSeeNothing() throws MessagingException, IOException {
    var canary = new Canary(everything());
    for (var mailboxes : MAILBOXES) {
      var mails = new ArrayList<byte[]>();
      for (var mailbox : mailboxes) {
        mails.addAll(new UnitMailboxes(city).mails(mailbox + "@zuerich.example"));
      }
      assertThat(mails).as("%s", mailboxes).isNotEmpty().noneMatch(canary::isIn);
      assertThat(mails)
          .as("%s", mailboxes)
          .allMatch(mail -> new String(mail, UTF_8).contains("application/pkcs7-mime"));
    }
    try (var notices = city.surroundings().resolve("/mails?to=" + EMAIL).toURL().openStream()) {
      assertThat(new String(notices.readAllBytes(), UTF_8))
          .contains("Mein Konto")
          .doesNotContain(Marks.SAID);
    }
  }

  @Test
  @Order(5)
  void operatorsAndStatisticsShowNothing() throws IOException {
    var canary = new Canary(everything());
    try (var browser = new PlainBrowser(city.portal())) {
      var olga = WorklistClerk.known(city.data().resolve("demo-staff.json"), "operator");
      browser.open("/betrieb");
      browser.submit(
          "[name=password]",
          List.of(new Entry("email", olga.login()), new Entry("password", olga.password())));
      browser.submit("[name=code]", List.of(new Entry("code", olga.code(Instant.now()))));
      var seen = new TreeSet<String>();
      look(browser, "/betrieb", seen, canary);
      for (var thread : read.values()) {
        var reference = References.in(thread);
        assertThat(reference).as(thread).isPresent();
        browser.open("/betrieb/uebermittlungen/suche?q=" + reference.get());
        look(browser, browser.path(), seen, canary);
      }
      look(browser, "/zahlen", seen, canary);
      assertThat(seen)
          .contains("/betrieb/uebermittlungen", "/betrieb/protokoll", "/zahlen/daten")
          .anyMatch(path -> path.matches("/betrieb/uebermittlungen/[0-9a-f-]{36}"))
          .anyMatch(path -> path.endsWith(".csv"));
    }
  }

  /** This page, and all below it that can be reached from it. */
  private static void look(PlainBrowser browser, String path, Set<String> seen, Canary canary)
      throws IOException {
    if (!seen.add(path)) {
      return;
    }
    browser.open(path);
    assertThat(browser.status()).as(path).isEqualTo(200);
    assertThat(canary.isIn(browser.content())).as(path).isFalse();
    var root = path.substring(0, (path + "/").indexOf('/', 1));
    for (var link :
        browser.page().select("a[href^=" + root + "]:not([hreflang])").eachAttr("href")) {
      look(browser, link.replaceAll("#.*", ""), seen, canary);
    }
  }

  @Test
  @Order(6)
  void whatIsTakenIsErased() throws SQLException {
    assertThat(database.count("SELECT count(*) FROM request_part")).isZero();
    assertThat(database.count("SELECT count(*) FROM activation_submission WHERE data IS NOT NULL"))
        .isZero();
  }

  @Test
  @Order(7)
  void aLeakPlantedOnPurposeIsFound() throws Exception {
    database.plant(Marks.NAME);
    database.backUp(city.data().resolve("backup"));
    try (var gzip =
        new GZIPOutputStream(Files.newOutputStream(city.data().resolve("logs/old.log.gz")))) {
      gzip.write(("someone typed " + marks.next("fundsache")).getBytes(UTF_8));
    }
    var note = city.data().resolve("connector").resolve(BY_HAND).resolve("note");
    Files.write(note, TestFiles.pdf(Marks.SAID));
    assertThat(whereItIs())
        .anyMatch(file -> file.startsWith("postgres/data/pg_wal"))
        .anyMatch(file -> file.startsWith("backup"))
        .contains("logs/old.log.gz", "connector/" + BY_HAND + "/note");
  }

  /** The name, what was typed and what was said. */
  private Set<String> everything() {
    var all = new TreeSet<>(Set.of(Marks.NAME, EMAIL, Marks.SAID));
    all.addAll(marks.all());
    return all;
  }

  /**
   * In all that portal, connector and offices keep; the database server's program is none of it.
   */
  private List<String> whereItIs() throws IOException {
    return new Canary(everything()).findIn(city.data(), city.data().resolve("postgres/program"));
  }

  @AfterAll
  void end() throws IOException {
    if (city != null) {
      city.close();
    }
  }
}
