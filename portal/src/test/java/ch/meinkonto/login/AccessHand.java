package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.SoftwareAuthenticator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A phone with the app: what its owner does, and what the scripts of its pages do. */
record AccessHand(Browser phone, SoftwareAuthenticator key) {

  static final String APP = "/access";
  static final String LIST = "/konto/access";
  static final String WAITING = "/anmelden/access/warten";

  private static final Pattern NUMBER = Pattern.compile("class=\"big-number\">(\\d\\d)<");
  private static final Pattern CODE = Pattern.compile("class=\"secret\">((?:[0-9A-Z]{4} ?){4})<");
  private static final Pattern STATE = Pattern.compile("\"state\":\"([^\"]+)\"");

  /** Connects a new phone with the account of somebody who is logged in at a computer. */
  static AccessHand connect(Resident resident, Browser phone, SoftwareAuthenticator key) {
    var hand = new AccessHand(phone, key);
    var code = hand.codeFor(resident.browser());
    assertThat(hand.offer(code).location()).isEqualTo(APP);
    assertThat(hand.number(phone.get(APP)))
        .isEqualTo(hand.number(resident.browser().get(LIST + "/neu")));
    var token = resident.browser().token(LIST + "/neu");
    assertThat(resident.browser().post(LIST + "/neu/ja", token, Map.of()).location())
        .isEqualTo(LIST);
    return hand;
  }

  /** Begins at the computer; the code that it shows. */
  String codeFor(Browser computer) {
    computer.post(LIST + "/neu", computer.token(LIST), Map.of());
    return found(CODE, computer.get(LIST + "/neu").body()).orElseThrow();
  }

  /** Reads the code, and makes a key. */
  Browser.Answer offer(String code) {
    var token = phone.token(APP + "/verbinden");
    var options = phone.post(APP + "/verbinden/optionen", token, Map.of("code", code));
    var answer = options.status() == 200 ? key.make(options.body()) : "{}";
    return phone.post(
        APP + "/verbinden", token, Map.of("code", code, "name", "Mayas Handy", "answer", answer));
  }

  /** Somebody asks, from this browser, for this address. */
  Browser.Answer ask(Browser computer, String email) {
    return computer.submit("/anmelden/access", Map.of("email", email));
  }

  /** The number that a page shows. */
  String number(Browser.Answer page) {
    return found(NUMBER, page.body()).orElseThrow(() -> new AssertionError(page.body()));
  }

  /** What the app shows now: {@code quiet}, {@code waiting}, {@code unknown}, or what is asked. */
  String state() {
    return found(STATE, phone.get(APP + "/stand").body()).orElseThrow();
  }

  /** Waits until something is asked; its id. */
  String asked() {
    await().until(() -> state().length() == 36);
    return state();
  }

  /** What the app shows when a request that it has shown is over. */
  String afterwards(String request) {
    return phone.get(APP + "?anfrage=" + request).body();
  }

  /** Types a number; what the page says, or what is to be signed. */
  Browser.Answer type(String request, String number) {
    return phone.post(
        APP + "/anfragen/" + request + "/optionen",
        phone.token(APP + "/verbinden"),
        Map.of("number", number));
  }

  /** Signs, and sends it. */
  Browser.Answer sign(String request, String options) {
    return send(request, key.answer(options));
  }

  Browser.Answer send(String request, String answer) {
    return phone.post(
        APP + "/anfragen/" + request, phone.token(APP + "/verbinden"), Map.of("answer", answer));
  }

  /** Does all of it. */
  void approve(Browser computer) {
    var request = asked();
    var options = type(request, number(computer.get(WAITING)));
    assertThat(sign(request, options.body()).location()).isEqualTo(APP);
  }

  void deny() {
    phone.post(APP + "/anfragen/" + asked() + "/nein", phone.token(APP + "/verbinden"), Map.of());
  }

  /** What the waiting browser hears. */
  static String stateAt(Browser computer) {
    return found(STATE, computer.get("/anmelden/access/stand").body()).orElseThrow();
  }

  /** The waiting browser goes on. */
  static Browser.Answer finish(Browser computer) {
    return computer.post("/anmelden/access/weiter", computer.token(APP + "/verbinden"), Map.of());
  }

  private static Optional<String> found(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    return match.find() ? Optional.of(match.group(1)) : Optional.empty();
  }
}
