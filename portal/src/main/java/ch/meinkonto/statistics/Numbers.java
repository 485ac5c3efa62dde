package ch.meinkonto.statistics;

import ch.meinkonto.statistics.AccountNumbers.Accounts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All numbers of a choice, in the order of the page. */
@Component
class Numbers {

  private final AccountNumbers accounts;
  private final RequestNumbers requests;
  private final FormNumbers forms;
  private final TimeNumbers times;
  private final LoginNumbers logins;

  Numbers(
      AccountNumbers accounts,
      RequestNumbers requests,
      FormNumbers forms,
      TimeNumbers times,
      LoginNumbers logins) {
    this.accounts = accounts;
    this.requests = requests;
    this.forms = forms;
    this.times = times;
    this.logins = logins;
  }

  /** Accounts and logins belong to no unit: who chose one sees what is about that only. */
  void fill(
      Choice choice,
      Wording wording,
      List<Map.Entry<String, String>> keys,
      List<Section> sections) {
    if (choice.ofTheCity()) {
      var all = accounts.until(choice.to());
      keys.add(
          Map.entry(
              wording.text("accounts.standing"),
              Wording.number(all.standing().getOrDefault(choice.to(), 0L))));
      keys.add(key("accounts.active-year", Accounts.at(all.activeYear(), choice.to()), wording));
      keys.add(key("accounts.services", Accounts.at(all.services(), choice.to()), wording));
      sections.add(accounts.section(choice, all, wording));
    }
    keys.add(key("requests.sent.key", requests.sent(choice), wording));
    keys.add(Map.entry(wording.text("forms.key"), forms.finished(choice, wording)));
    keys.add(Map.entry(wording.text("times.key"), times.firstAnswer(choice, wording)));
    sections.add(requests.byTime(choice, wording));
    if (choice.service().isEmpty()) {
      sections.add(requests.byService(choice, wording));
    }
    sections.add(forms.section(choice, wording));
    sections.add(times.units(choice, wording));
    if (choice.ofTheCity()) {
      sections.add(logins.section(choice, wording));
    }
    sections.add(times.deliveries(choice, wording));
  }

  private static Map.Entry<String, String> key(String text, Amount amount, Wording wording) {
    return Map.entry(wording.text(text), wording.amount(amount));
  }
}
