package ch.meinkonto.login;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Phones;
import java.util.Map;

/**
 * Somebody's mobile phone, to which codes go by SMS.
 *
 * @param number in E.164
 */
record SmsPhone(Phones phones, String number) {

  static final String PAGE = "/konto/sms";
  static final String CODE = PAGE + "/code";
  static final String CONFIRM = "/anmelden/bestaetigen/sms";

  /** A phone with a number of its own. */
  static SmsPhone of(Phones phones) {
    return new SmsPhone(phones, phones.newNumber());
  }

  /** Sets it up in somebody's account. */
  SmsPhone setUp(Browser browser) {
    browser.submit(PAGE, Map.of("number", number));
    var answer = browser.submit(CODE, Map.of("code", newest()));
    if (answer.status() != 302) {
      throw new AssertionError("Not set up: " + answer);
    }
    return this;
  }

  /** Asks for a code at the step-up and reads it. */
  String ask(Browser browser) {
    var before = phones.messages(number).size();
    browser.submit("/anmelden/bestaetigen", CONFIRM, Map.of());
    return phones.awaitCode(number, before + 1);
  }

  /** Types a code at the step-up, to go on at a page. */
  Browser.Answer confirm(Browser browser, String next, String code) {
    return browser.submit(
        CONFIRM, CONFIRM + "/code?weiter=" + next.replace("/", "%2F"), Map.of("code", code));
  }

  /** The code in the newest message; waits until there is one. */
  String newest() {
    return phones.awaitMessages(number, 1).getLast().code();
  }

  /** Another code than this one. */
  static String otherThan(String code) {
    return code.equals("123456") ? "654321" : "123456";
  }
}
