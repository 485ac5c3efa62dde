package ch.meinkonto.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.entrance.Ticket.Kind;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Maya wants to tell that she moves, and so do a thousand others at eight o'clock. */
@PortalTest
class DoorTest {

  private static final String SERVICE = "umzug-melden";
  private static final String PAGE = "/dienste/" + SERVICE;
  private static final String DOOR = PAGE + "/antrag";
  private static final Duration SOON = Duration.ofMinutes(10);

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired TickingClock clock;
  @Autowired RushRows rows;
  @Autowired Rushes rushes;
  @Autowired Tickets tickets;
  @Autowired Efforts efforts;
  @Autowired Numbers numbers;
  @Autowired Counts counts;
  @Autowired Passes passes;
  @Autowired EntranceSettings settings;
  @Autowired Steps steps;
  @Autowired JdbcClient jdbc;

  private UUID rush = UUID.randomUUID();

  @AfterEach
  void itIsOver() {
    rows.end(rush, clock.instant());
    rushes.changed();
  }

  @Test
  void beforeOpeningEverybodyReadsWhatHappensAndTheRestOfThePortalIsOpen() {
    plan(false, SOON);
    var browser = new Browser(port);
    var page = browser.get(DOOR);
    assertThat(page.status()).isEqualTo(429);
    assertThat(page.body())
        .contains(
            "Es beginnt um",
            "in zufälliger Reihenfolge",
            "<noscript><meta http-equiv=\"refresh\"",
            "Umzug melden",
            "role=\"status\"",
            "noindex");
    assertThat(page.headers().get("cache-control")).containsExactly("no-store");
    assertThat(page.headers()).containsKeys("retry-after", "content-security-policy");
    assertThat(page.cookies()).hasSize(1).first().asString().contains("HttpOnly", "SameSite=Lax");
    assertThat(browser.get(DOOR + "?sprache=en").body())
        .contains("You do not have to do anything", "lang=\"en\"", "href=\"?sprache=de\"");
    for (var open : List.of(PAGE, "/", "/anmelden", "/dienste/wohnsitzbestaetigung/antrag")) {
      assertThat(new Browser(port).get(open).status()).as(open).isLessThan(400);
    }
  }

  @Test
  void addressesThatMeanTheSameAreGuardedToo() {
    plan(false, SOON);
    for (var same :
        List.of(DOOR + "/", DOOR + "?neu=true", "/dienste/umzug%2Dmelden/antrag", PAGE + "/x/y")) {
      assertThat(new Browser(port).get(same).status()).as(same).isEqualTo(429);
    }
  }

  @Test
  void aReloadAndAClosedLaptopKeepTheTicketAndCostNoRow() {
    plan(false, SOON);
    var browser = new Browser(port);
    browser.get(DOOR);
    var ticket = cookie(browser);
    for (var i = 0; i < 3; i++) {
      assertThat(browser.get(DOOR).cookies()).isEmpty();
    }
    assertThat(cookie(browser)).isEqualTo(ticket);
    assertThat(ticket(browser).kind()).isEqualTo(Kind.EARLY);
    assertThat(admitted()).isZero();
  }

  @Test
  void whenItIsTheirTurnTheyGoStraightOnAndStayIn() {
    plan(false, SOON);
    var browser = new Browser(port);
    browser.get(DOOR);
    var late = new Browser(port);
    open(0, 0);
    var waiting = browser.get(DOOR);
    assertThat(waiting.status()).isEqualTo(429);
    assertThat(waiting.body()).contains("Sie sind im Warteraum", "Vor Ihnen", "<progress");
    assertThat(late.get(DOOR).body()).contains("Vor Ihnen");
    assertThat(ticket(late).kind()).isEqualTo(Kind.LATE);
    assertThat(tickets.place(ticket(late), line())).isGreaterThan((double) line().early());

    assertThat(look(browser).headers().get("waiting-room")).containsExactly("stay");
    front(1e6);
    assertThat(look(browser).headers().get("waiting-room")).containsExactly("turn");
    assertThat(browser.get(DOOR).location()).isEqualTo(PAGE);
    assertThat(ticket(browser).kind()).isEqualTo(Kind.IN);
    front(0);
    assertThat(browser.get(DOOR).location()).as("nobody is thrown out").isEqualTo(PAGE);
    assertThat(admitted()).isEqualTo(1);
    clock.tick(settings.stay().plusSeconds(1));
    open(0, 0);
    assertThat(browser.get(DOOR).status()).isEqualTo(429);
  }

  @Test
  void aScriptGetsOnlyWhatChanges() {
    plan(false, SOON);
    var browser = new Browser(port);
    browser.get(DOOR);
    var look = look(browser);
    assertThat(look.status()).isEqualTo(200);
    assertThat(look.body()).contains("data-standing", "data-pause=\"").doesNotContain("<html");
    assertThat(look.body()).hasSizeLessThan(1_500);
  }

  @Test
  void whatWasSentWithoutATurnIsSentAgainLater() {
    plan(false, SOON);
    var browser = new Browser(port);
    var token = browser.token("/anmelden");
    var answer = browser.post(DOOR, token, Map.of());
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.location()).isEqualTo(DOOR);
    var elsewhere =
        browser.send(
            "POST",
            DOOR,
            Map.of("Referer", "http://localhost:" + port + "/dienste/andere/x"),
            "_csrf=" + token);
    assertThat(elsewhere.location()).isEqualTo(DOOR);
    assertThat(browser.send("POST", "/" + DOOR, Map.of(), "a=b").location()).doesNotStartWith("//");
  }

  @Test
  void whoHasADraftGoesOnUnhindered() {
    var browser = new Browser(port);
    var draft = browser.submit(PAGE, DOOR, Map.of()).location();
    plan(false, SOON);
    assertThat(browser.get(draft).status()).isEqualTo(200);
  }

  @Test
  void whoHasADraftWaitsToChooseSomethingElseForIt() {
    var browser = new Browser(port);
    var draft = browser.submit(PAGE, DOOR, Map.of()).location().replaceFirst("/[^/]+$", "");
    var token = browser.token(PAGE);
    plan(false, SOON);
    var answer = browser.post(draft + "/angebot", token, Map.of("angebot", "kurs-1"));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.location()).isEqualTo(draft + "/angebot");
    assertThat(browser.get(answer.location()).status()).isEqualTo(429);
    assertThat(browser.get(draft + "/angebot?angebot=kurs-1").body()).contains("Es beginnt um");
  }

  @Test
  void onlyWhoIsLoggedInTakesPartInADrawForAccountsAndHasOneLot() {
    plan(true, SOON);
    assertThat(new Browser(port).get(DOOR).body())
        .contains("Melden Sie sich an", "/anmelden?weiter=%2Fdienste%2Fumzug-melden%2Fantrag");
    var maya = maya();
    maya.browser().get(DOOR);
    var phone = maya.in(new Browser(port));
    phone.logIn();
    phone.browser().get(DOOR);
    assertThat(ticket(phone.browser())).isEqualTo(ticket(maya.browser()));
  }

  @Test
  void anAccountGetsInOnceAndInAllItsBrowsers() {
    plan(true, SOON);
    var maya = maya();
    maya.browser().get(DOOR);
    var early = cookie(maya.browser());
    open(0, 1e6);
    assertThat(maya.browser().get(DOOR).location()).isEqualTo(PAGE);
    front(0);
    var phone = maya.in(new Browser(port));
    phone.logIn();
    assertThat(phone.browser().get(DOOR).location()).isEqualTo(PAGE);
    assertThat(admitted()).isEqualTo(1);

    clock.tick(settings.stay().plusSeconds(1));
    open(0, 1);
    var tablet = maya.in(new Browser(port));
    tablet.logIn();
    tablet.browser().plant(name(), early);
    var answer = tablet.browser().get(DOOR);
    assertThat(answer.status()).as("the ticket is spent").isEqualTo(429);
    assertThat(given(answer).kind()).isEqualTo(Kind.LATE);
  }

  @Test
  void anAccountsTicketIsNobodyElses() {
    plan(true, SOON);
    var maya = maya();
    maya.browser().get(DOOR);
    var urs = Resident.named("Urs", "Frei", port);
    urs.register(mailbox);
    urs.browser().plant(name(), cookie(maya.browser()));
    open(0, 1);
    var answer = urs.browser().get(DOOR);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(given(answer).kind()).isEqualTo(Kind.LATE);
    assertThat(maya.browser().get(DOOR).location()).isEqualTo(PAGE);
  }

  @Test
  void hostileCookiesAreNoTickets() {
    plan(false, SOON);
    var other = new Ticket(Kind.IN, UUID.randomUUID(), false, UUID.randomUUID(), Long.MAX_VALUE);
    for (var value :
        List.of("x", "%00", "A".repeat(4_000), tickets.written(other), "..%2f..%2fetc")) {
      var browser = new Browser(port);
      browser.plant(name(), value);
      assertThat(browser.get(DOOR).status()).as(value).isEqualTo(429);
    }
  }

  @Test
  void manyFromOneNetworkComputeOrWait() {
    plan(false, SOON);
    var last = new Browser(port);
    do {
      last = new Browser(port, "2001:db8:99:" + Integer.toHexString(port) + "::1");
      last.get(DOOR);
    } while (ticket(last).kind() == Kind.EARLY);
    var page = last.get(DOOR).body();
    assertThat(page).contains("Einen Moment", "data-bits=\"12\"");
    assertThat(ticket(last).kind()).isEqualTo(Kind.TASK);
    clock.tick(Duration.ofSeconds(8));
    assertThat(last.get(DOOR).body()).contains("Es beginnt um");
    assertThat(ticket(last).kind()).isEqualTo(Kind.EARLY);
  }

  @Test
  void staffPauseLetEverybodyInAndEnd() {
    plan(false, Duration.ZERO);
    var browser = new Browser(port);
    rows.setMode(rush, Line.Mode.PAUSED);
    rushes.refresh();
    assertThat(browser.get(DOOR).body()).contains("im Moment angehalten", "unbekannt");
    rows.setMode(rush, Line.Mode.EVERYBODY);
    rushes.refresh();
    assertThat(new Browser(port).get(DOOR).location()).isEqualTo(PAGE);
    rows.end(rush, clock.instant());
    rushes.refresh();
    assertThat(browser.get(DOOR).location()).isEqualTo(PAGE);
  }

  @Test
  void itRunsByItselfAndWritesDownHowItGoes() {
    plan(false, SOON);
    var browser = new Browser(port);
    browser.get(DOOR);
    steps.step();
    assertThat(rows.find(rush).orElseThrow().line().early()).isEqualTo(1);
    clock.tick(SOON.plusSeconds(3));
    steps.step();
    assertThat(browser.get(DOOR).location()).isEqualTo(PAGE);
    steps.step();
    assertThat(
            jdbc.sql("SELECT sum(arrived) + sum(admitted) FROM entrance_picture WHERE rush = ?")
                .param(rush)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    clock.tick(Duration.ofMinutes(31));
    steps.step();
    assertThat(rows.hasEnded(rush)).isTrue();
  }

  @Test
  void whenTheDatabaseIsAwayItSaysSoAndPlacesStay() {
    plan(false, Duration.ZERO);
    var away = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://localhost:1/x"));
    var entrance =
        new Entrance(
            rushes,
            tickets,
            efforts,
            numbers,
            new Admissions(away, clock, settings),
            counts,
            passes);
    front(1e6);
    var ticket = new Ticket(Kind.LATE, rush, false, UUID.randomUUID(), 1);
    var visit = new Visit(Optional.of(ticket), Optional::empty, "network", "", false);
    assertThat(entrance.decide(rushes.guarding(SERVICE).orElseThrow(), visit))
        .isEqualTo(new Decision.Stay(new Standing.Away(), null));
  }

  private Resident maya() {
    var maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    return maya;
  }

  private void plan(boolean login, Duration opensIn) {
    var now = clock.instant();
    rush = UUID.randomUUID();
    rows.insert(
        rush, new Plan(List.of(SERVICE), true, login, now, now.plus(opensIn), 1_000, 60, 600));
    rushes.changed();
  }

  /** It is open; nothing moves by itself. */
  private void open(long early, double front) {
    clock.tick(SOON.plusSeconds(1));
    steps.step();
    jdbc.sql(
            "UPDATE entrance_rush SET mode = 'running', early = greatest(early, ?),"
                + " ended_at = NULL WHERE id = ?")
        .params(early, rush)
        .update();
    front(front);
  }

  /** Up to there people have been called; the next step is far away. */
  private void front(double front) {
    jdbc.sql("UPDATE entrance_rush SET front = ?, stepped_at = ? WHERE id = ?")
        .params(front, RushRows.time(clock.instant().plus(Duration.ofHours(1))), rush)
        .update();
    rushes.refresh();
  }

  private Line line() {
    return rows.find(rush).orElseThrow().line();
  }

  private Browser.Answer look(Browser browser) {
    return browser.send("GET", DOOR, Map.of("Waiting-Room-Look", "1"), "");
  }

  private String name() {
    var id = rush.toString();
    return "mk-warten-" + id.substring(id.length() - 12);
  }

  private String cookie(Browser browser) {
    return browser.cookie(name()).orElseThrow();
  }

  private Ticket given(Browser.Answer answer) {
    var cookie = answer.cookies().getFirst();
    return tickets.read(cookie.replaceFirst("^[^=]+=", "").replaceFirst(";.*", "")).orElseThrow();
  }

  private Ticket ticket(Browser browser) {
    return tickets.read(cookie(browser)).orElseThrow();
  }

  private int admitted() {
    return jdbc.sql("SELECT count(*) FROM entrance_admission WHERE rush = ?")
        .param(rush)
        .query(Integer.class)
        .single();
  }
}
