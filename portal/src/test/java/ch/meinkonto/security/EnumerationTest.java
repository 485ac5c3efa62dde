package ch.meinkonto.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever types an address cannot tell by what comes back whether it has an account: not by text,
 * status, headers, cookies or length (OWASP ASVS 6.3.8). How long it takes: {@link
 * EnumerationTimingTest}.
 */
class EnumerationTest {

  private static final Pattern NEW_EACH_TIME =
      Pattern.compile("(?<=name=\"_csrf\" value=\")[^\"]+|(?<=class=\"big-number\">)\\d+");
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "set-cookie");

  private final int port = LongTime.portal().address().getPort();
  private Resident maya;
  private String nobodys;

  @BeforeEach
  void mayaHasAnAccountAndSomebodyHasNone() {
    maya = Resident.named("Maya", "Keller", port);
    maya.register(new Mailbox());
    nobodys = new StringBuilder(maya.email().replaceAll("@.*", "")).reverse() + "@example.org";
  }

  @ParameterizedTest
  @EnumSource(AddressDoor.class)
  void theAnswersAreTheSameToTheLetter(AddressDoor door) {
    door.prepare(mayas());
    assertThat(seen(door, maya.email())).isEqualTo(seen(door, nobodys));
  }

  @ParameterizedTest
  @EnumSource(AddressDoor.class)
  void theyStayTheSameForWhoTriesTooOften(AddressDoor door) {
    door.prepare(mayas());
    assertThat(tooOften(door, maya.email())).isEqualTo(tooOften(door, nobodys));
  }

  @Test
  void aWrongCodeIsWrongWhetherOrNotThereIsAnAccount() {
    for (var door : List.of(AddressDoor.FORGOTTEN_PASSWORD, AddressDoor.RECOVERY)) {
      assertThat(guessed(door, maya.email())).isEqualTo(guessed(door, nobodys));
    }
  }

  @Test
  void whatABrowserNeedsForAPasskeyNamesNobody() {
    var browser = new Browser(port);
    var options = browser.get("/anmelden/passkey/optionen");
    assertThat(options.body()).contains("\"allowCredentials\":[]");
    assertThat(browser.get("/anmelden/passkey/optionen?email=" + maya.email()).body())
        .hasSameSizeAs(options.body());
  }

  @Test
  void anApplicationLearnsNothingByAHint() {
    assertThat(hinted(maya.email())).isEqualTo(hinted(nobodys));
  }

  @Test
  void whoChangesTheirAddressCannotTellWhetherItIsTaken() {
    var urs = Resident.named("Urs", "Frei", port);
    urs.register(new Mailbox());
    assertThat(changed(urs, maya.email())).isEqualTo(changed(urs, nobodys));
  }

  @Test
  void aDifferenceOfOneLetterIsFound() {
    var answer = new Browser.Answer(200, "Willkommen zurück", "", Map.of());
    var other = new Browser.Answer(200, "Willkommen", "", Map.of());
    assertThat(seen(answer, nobodys)).isNotEqualTo(seen(other, nobodys));
  }

  private AccountId mayas() {
    var address = EmailAddress.parse(maya.email()).orElseThrow();
    return LongTime.bean(Accounts.class).byEmail(address).orElseThrow();
  }

  private List<String> seen(AddressDoor door, String address) {
    var browser = new Browser(port);
    var answer = browser.submit(door.path(), door.fields(address));
    return answer.location().isEmpty()
        ? List.of(seen(answer, address))
        : List.of(seen(answer, address), seen(browser.get(answer.location()), address));
  }

  private List<String> tooOften(AddressDoor door, String address) {
    LongTime.clock().tick(door.pause()); // Maya's own registration counted, too
    var browser = new Browser(port);
    var token = browser.token(door.path());
    return Stream.generate(() -> browser.post(door.path(), token, door.fields(address)))
        .limit(7)
        .map(answer -> seen(answer, address))
        .toList();
  }

  private List<String> guessed(AddressDoor door, String address) {
    var browser = new Browser(port);
    browser.submit(door.path(), door.fields(address));
    var code = door.path() + "/code";
    var guess =
        Map.of(
            "code", "12345678",
            "recovery", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA",
            "password", "kein velo nur nebel und regen");
    var wrong =
        Stream.generate(() -> browser.submit(code, guess)).limit(6).map(a -> seen(a, address));
    var another = Stream.of(code + "/neu").map(path -> browser.submit(code, path, Map.of()));
    return Stream.concat(wrong, another.map(answer -> seen(answer, address))).toList();
  }

  private List<String> hinted(String address) {
    var request =
        "/sso/authorize?response_type=code&scope=openid&client_id=schulportal&login_hint="
            + address
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A4711%2Fanwendungen%2Fschulportal%2Fzurueck"
            + "&code_challenge_method=S256&code_challenge="
            + "A".repeat(43);
    var browser = new Browser(port);
    var asked = browser.get(request);
    return Stream.of(asked, browser.get(asked.location()))
        .map(answer -> seen(answer, address).replaceAll("request_uri%3D[^\\s\"]+", "request_uri"))
        .toList();
  }

  private List<String> changed(Resident urs, String address) {
    var answer =
        urs.browser().submit("/konto/email", Map.of("email", address, "password", urs.password()));
    return List.of(seen(answer, address), seen(urs.browser().get("/konto/email/code"), address));
  }

  /** All that a browser gets, but for what is new each time. */
  private static String seen(Browser.Answer answer, String address) {
    var headers = new TreeMap<>(answer.headers());
    headers.keySet().removeAll(OF_THE_MOMENT);
    var cookies = answer.cookies().stream().map(EnumerationTest::withoutValue).sorted().toList();
    var body = NEW_EACH_TIME.matcher(answer.body()).replaceAll("NEW");
    return "%d %s%n%s%n%s%n%d%n%s"
        .formatted(
            answer.status(),
            answer.location(),
            headers,
            cookies,
            answer.body().length(),
            body.replace(address, "ADDRESS"));
  }

  /** A cookie with the length of its value instead of it. */
  private static String withoutValue(String cookie) {
    var value = cookie.substring(cookie.indexOf('=') + 1, (cookie + ";").indexOf(';'));
    return cookie.replace("=" + value, "=" + value.length()).replaceAll("Expires=[^;]+", "");
  }
}
