package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.login.SmsCodes.Check;
import ch.meinkonto.login.SmsCodes.Place;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets, replaces and removes the number to which codes go, and uses a code; each change is told to
 * the owner by mail, and the trust log knows.
 */
@Component
class SmsChanges {

  private final SmsNumbers numbers;
  private final SmsCodes codes;
  private final OwnerNotices notices;

  SmsChanges(SmsNumbers numbers, SmsCodes codes, OwnerNotices notices) {
    this.numbers = numbers;
    this.codes = codes;
    this.notices = notices;
  }

  /** The number to which this code was sent counts from now on. */
  @Transactional
  public Check confirm(Account account, Place place, String code) {
    var check = codes.check(place, code);
    if (check instanceof Check.Right(var number)) {
      notices.changed(account, numbers.put(account.id(), number) ? "sms-replaced" : "sms-added");
    }
    return check;
  }

  /** Whether this is the code that was sent as a second factor. */
  @Transactional
  public Check use(Place place, String code) {
    var check = codes.check(place, code);
    if (check instanceof Check.Right) {
      numbers.used(place.account());
    }
    return check;
  }

  @Transactional
  public void remove(Account account) {
    if (numbers.any(account.id())) {
      numbers.removeAll(account.id());
      notices.changed(account, "sms-removed");
    }
  }
}
