package ch.meinkonto.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.form.Field;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.SampleAnswers;
import ch.meinkonto.journeys.PlainBrowser.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * First law, from outside: a resident fills every field of every service with marks that stand
 * nowhere else; then everything that the portal keeps is searched for them.
 */
@Tag("privacy")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrivacyTest {

  private static final String MARK = "Zq7kanari";
  private static final String NUMBER = "94718253";
  private static final Set<String> PORTALS_PART =
      Set.of("postgres", "logs", "keys", "tmp", "backup");

  private final Set<String> typed = new TreeSet<>();
  private final AtomicInteger number = new AtomicInteger();
  private RunningCity city;
  private PortalDatabase database;

  @BeforeAll
  void livesThroughEverything() throws Exception {
    var temporary = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "tmp-");
    city =
        RunningCity.start(
            Map.of("JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary, "SIMULATOR_PACE", "200"));
    database = new PortalDatabase(city.data());
    Files.createSymbolicLink(city.data().resolve("tmp"), temporary);
    typed.add(MARK);

    try (var browser = new PlainBrowser(city.portal())) {
      var email = MARK.toLowerCase(java.util.Locale.ROOT) + "@example.org";
      typed.add(email);
      var password = "velo wolke tasse " + MARK;
      var mailbox = new Mailbox(city.surroundings());
      new Resident(MARK + "anna", MARK + "meier", email, password, browser).register(mailbox);
      for (var form : CityForms.all()) {
        send(browser, form);
      }
      typeTheCodeOfALetter(browser);
      awaitOffices(CityForms.all().size());
      answerQuestions(browser);
    }
    leaveADraftBehind();
  }

  private void send(PlainBrowser browser, Form form) throws IOException {
    var answers = marked(form, SampleAnswers.of(form, now(), 7));
    new FormFilling(browser, form, answers, markedFiles()).toCheckPage();
    browser.submit("form[action$=/senden]", List.of());
    assertThat(browser.status()).as(form.service().id() + ": " + browser.path()).isEqualTo(200);
  }

  /** It is the wrong one, but nobody at the portal knows. */
  private void typeTheCodeOfALetter(PlainBrowser browser) throws IOException {
    var page = "/konto/freischaltung/mein-ewz";
    browser.open(page + "/brief");
    browser.submit("[name=angabe-kundennummer]", List.of(new Entry("angabe-kundennummer", NUMBER)));
    typed.add(NUMBER);
    browser.open(page);
    browser.submit("[name=code]", List.of(new Entry("code", MARK + "CODE")));
    Waiting.untilTrue(
        "the answer to a code",
        () -> !browser.open(page).page().select(".error-summary").isEmpty());
  }

  /** The unit's side is asked; the portal no longer knows. */
  private void awaitOffices(int requests) {
    Waiting.untilTrue(
        requests + " requests at the offices", () -> cases().size() >= requests - rejected());
  }

  private long rejected() throws SQLException {
    return database.count("SELECT count(*) FROM request_envelope WHERE state = 'rejected'");
  }

  private JsonNode cases() throws IOException {
    try (var body = city.surroundings().resolve("/cases").toURL().openStream()) {
      return JsonMapper.shared().readTree(body);
    }
  }

  private void answerQuestions(PlainBrowser browser) {
    Waiting.untilTrue(
        "a question in the inbox",
        () -> {
          browser.open("/mitteilungen");
          for (var thread : browser.page().select("a[href^=/mitteilungen/]").eachAttr("href")) {
            browser.open(thread);
            if (!browser.page().select("input[type=file][name=dateien]").isEmpty()) {
              browser.upload(
                  "[name=antwort]",
                  List.of(new Entry("antwort", MARK + " Antwort")),
                  "dateien",
                  MARK + ".png",
                  TestFiles.png(MARK));
              assertThat(browser.page().text()).contains(MARK + " Antwort");
              return true;
            }
          }
          return false;
        });
  }

  private void leaveADraftBehind() throws IOException {
    var form = CityForms.of("fundsache");
    try (var browser = new PlainBrowser(city.portal())) {
      var answers = marked(form, SampleAnswers.of(form, now(), 9));
      new FormFilling(browser, form, answers, markedFiles()).toCheckPage();
    }
  }

  /** The same answers with a mark wherever one can type. */
  private Map<String, Object> marked(Form form, Map<String, Object> answers) {
    var marked = new LinkedHashMap<String, Object>();
    answers.forEach((id, value) -> marked.put(id, marked(form.field(id).orElse(null), value)));
    return marked;
  }

  private Object marked(@org.jspecify.annotations.Nullable Field field, Object value) {
    return switch (field) {
      case Field.TextField text when text.pattern().isEmpty() && text.maxLength() >= 20 ->
          MARK + number.incrementAndGet();
      case Field.AddressField _ when value instanceof Map<?, ?> address -> {
        var marked = new LinkedHashMap<Object, Object>(address);
        marked.put("strasse", MARK + "strasse");
        yield marked;
      }
      case Field.GroupField group when value instanceof List<?> items ->
          items.stream().map(item -> markedItem(group, (Map<?, ?>) item)).toList();
      case Field.CodeField _ when value instanceof String code && code.length() >= 12 -> {
        typed.add(code);
        yield code;
      }
      case null, default -> value;
    };
  }

  private Map<Object, Object> markedItem(Field.GroupField group, Map<?, ?> item) {
    var marked = new LinkedHashMap<Object, Object>();
    item.forEach((id, value) ->
        marked.put(
            id,
            marked(
                group.fields().stream().filter(f -> f.id().equals(id)).findFirst().orElse(null),
                value)));
    return marked;
  }

  private FormFilling.Upload markedFiles() {
    return new FormFilling.Upload(
        MARK + ".png", TestFiles.png(MARK), MARK + ".pdf", TestFiles.pdf(MARK));
  }

  private static ZonedDateTime now() {
    return ZonedDateTime.now(ZoneId.of("Europe/Zurich"));
  }

  @Test
  @Order(1)
  void theOfficesHaveReadIt() throws IOException {
    assertThat(cases().toString()).contains(MARK);
  }

  @Test
  @Order(2)
  void nothingThatThePortalKeepsShowsIt() throws Exception {
    database.backUp(city.data().resolve("backup"));
    assertThat(whereItIs()).isEmpty();
  }

  @Test
  @Order(3)
  void whatIsTakenIsErased() throws SQLException {
    Waiting.untilTrue(
        "all sealed parts to be taken",
        () -> database.count("SELECT count(*) FROM request_part") == 0);
    assertThat(database.count("SELECT count(*) FROM activation_submission WHERE data IS NOT NULL"))
        .isZero();
  }

  @Test
  @Order(4)
  void aLeakPlantedOnPurposeIsFound() throws Exception {
    database.plant(MARK);
    database.backUp(city.data().resolve("backup"));
    try (var gzip =
        new GZIPOutputStream(Files.newOutputStream(city.data().resolve("logs/old.log.gz")))) {
      gzip.write(("someone typed " + MARK).getBytes(UTF_8));
    }
    assertThat(whereItIs())
        .anyMatch(file -> file.startsWith("postgres/data/pg_wal"))
        .anyMatch(file -> file.startsWith("backup"))
        .anyMatch(file -> file.equals("logs/old.log.gz"));
  }

  /** In the portal's part of the demo's data; the offices and the connector keep what is theirs. */
  private List<String> whereItIs() {
    var canary = new Canary(typed);
    return PORTALS_PART.stream()
        .filter(part -> Files.exists(city.data().resolve(part)))
        .flatMap(part -> found(canary, part))
        .filter(file -> !file.equals("logs/simulator.log") && !file.equals("logs/connector.log"))
        .toList();
  }

  private Stream<String> found(Canary canary, String part) {
    try {
      return canary.findIn(city.data().resolve(part).toRealPath()).stream()
          .map(file -> part + "/" + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  void end() throws IOException {
    if (city != null) {
      city.close();
    }
  }
}
