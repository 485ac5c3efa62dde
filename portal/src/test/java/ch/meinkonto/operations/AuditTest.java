package ch.meinkonto.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.Command;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Colleagues;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rita looks for what Olga did. */
@PortalTest
class AuditTest {

  private static final String PAGE = AuditPages.PATH;
  private static final Pattern UNNAMED =
      Pattern.compile("<option value=\"([a-z]+-[a-z-]+)\">\\1</option>");
  private static final Pattern OLDER =
      Pattern.compile("href=\"(" + PAGE + "\\?[^\"]*ab=[^\"&]+)\"");

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired List<Command> commands;
  @Autowired PortalSettings settings;
  @Autowired TickingClock clock;
  @Autowired Accounts accounts;
  @Autowired Audit audit;

  private Colleagues colleagues;
  private StaffMember olga;
  private Browser rita;
  private String mark;

  @BeforeEach
  void olgaDidSomething() {
    colleagues = new Colleagues(port, settings.baseUrl(), mailbox, commands);
    olga = new StaffMember(id(colleagues.hire("Olga", "operator")), Role.OPERATOR, Set.of());
    rita = colleagues.hire("Rita", "auditor").browser();
    mark = "Grund " + Ids.next();
  }

  @Test
  void isFoundByWhoWhatWhereWhenAndReference() {
    var reference = Ids.next();
    audit.record(AuditEntry.by(olga, "paused", new UnitId("schulamt"), reference, mark));
    var today = LocalDate.ofInstant(clock.instant(), Formats.ZONE);

    for (var fits :
        List.of(
            "wer=" + olga.account(),
            "was=paused&wer=" + olga.account(),
            "amt=schulamt&wer=" + olga.account(),
            "bezug=%20" + reference,
            "von=" + today + "&bis=" + today + "&bezug=" + reference,
            "von=gestern&bis=&bezug=" + reference)) {
      assertThat(rita.get(PAGE + "?" + fits).body())
          .as(fits)
          .contains(mark, "Olga Betrieb", "Amt angehalten", "Schulamt");
    }
    for (var other :
        List.of(
            "was=resumed&bezug=" + reference,
            "amt=sportamt&bezug=" + reference,
            "bezug=" + Ids.next(),
            "wer=" + Ids.next(),
            "von=" + today.plusDays(1) + "&bezug=" + reference,
            "bis=" + today.minusDays(1) + "&bezug=" + reference)) {
      assertThat(rita.get(PAGE + "?" + other).body()).as(other).doesNotContain(mark);
    }
  }

  @Test
  void namesWhoGotARole() {
    assertThat(rita.get(PAGE + "?bezug=" + olga.account()).body())
        .contains("Rolle gegeben: Olga Betrieb", "Terminal", "operator");
  }

  @Test
  void isReadPageByPage() {
    for (var number = 0; number < 120; number++) {
      audit.record(
          AuditEntry.by(olga, "resumed", new UnitId("schulamt"), null, mark + "." + number));
    }
    var next = PAGE + "?wer=" + olga.account();
    var seen = 0;
    var pages = 0;
    while (!next.isEmpty() && pages < 10) {
      var body = rita.get(next).body();
      seen += body.split(Pattern.quote(mark), -1).length - 1;
      var older = OLDER.matcher(body);
      next = older.find() ? older.group(1).replace("&amp;", "&") : "";
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(seen).isEqualTo(120);
  }

  @Test
  void whatNobodyUnderstandsBreaksNothing() {
    audit.record(AuditEntry.by(olga, "flown-away", null, null, mark));
    assertThat(rita.get(PAGE + "?was=flown-away").body()).contains("flown-away");
    for (var hostile :
        List.of(
            "ab=-999999999-01-01T00:00:00Z_" + Ids.next(),
            "ab=+999999999-01-01T00:00:00Z_" + Ids.next(),
            "ab=2026-01-01T00:00:00Z_x",
            "von=-999999999-01-01&bis=+999999999-12-31",
            "bezug=" + encoded("'; DROP TABLE operations_audit; --"),
            "bezug=%00",
            "amt=" + encoded("<script>"),
            "wer=" + "1".repeat(5000))) {
      var answer = rita.get(PAGE + "?" + hostile.replace("+", "%2B"));
      assertThat(answer.status()).as(hostile).isEqualTo(200);
      assertThat(answer.body()).doesNotContain("<script>");
    }
  }

  @Test
  void everyActHasAName() {
    assertThat(UNNAMED.matcher(rita.get(PAGE).body()).results().map(found -> found.group(1)))
        .isEmpty();
    assertThat(UNNAMED.matcher(rita.get(PAGE + "?sprache=en").body()).find()).isFalse();
  }

  @Test
  void aServiceOwnerReadsNone() {
    var sina = colleagues.hire("Sina", "service-owner", "schulamt").browser();
    assertThat(sina.get(PAGE).status()).isEqualTo(404);
    assertThat(sina.get("/betrieb").body()).doesNotContain(PAGE);
  }

  private AccountId id(Resident resident) {
    return accounts.byEmail(EmailAddress.parse(resident.email()).orElseThrow()).orElseThrow();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
