package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.login.OwnerNotices.Warning;
import ch.meinkonto.notification.TextMessages;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.RateLimits.Ticket;
import ch.meinkonto.platform.web.NetworkAddress;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How often a code may be sent by SMS: each one costs the city money, and whoever owns the number
 * may earn it (SMS pumping). Only somebody who has given the first factor can use anything up, one
 * network only half of what an account has, and the owner is told. Numbers that nobody has
 * confirmed yet have limits of their own and half of the city's budget: whoever types many, or
 * somebody else's, stops nobody whose number is confirmed.
 */
@Component
class SmsLimits {

  static final Limit NETWORK = new Limit("sms-network", 30, Duration.ofHours(1));
  static final Limit PAIR = new Limit("sms-pair", 5, Duration.ofMinutes(30));
  static final Limit ACCOUNT = new Limit("sms-account", 10, Duration.ofHours(1));
  static final Limit LONG = new Limit("sms-account-long", 30, Duration.ofDays(1));
  static final Limit NUMBER = new Limit("sms-number", 20, Duration.ofHours(1));
  static final Limit NEW_BY_ACCOUNT = new Limit("sms-new-account", 6, Duration.ofHours(6));
  static final Limit NEW_NUMBER = new Limit("sms-new-number", 5, Duration.ofDays(1));

  private static final List<Limit> OWN = List.of(PAIR, ACCOUNT, LONG);
  private static final Logger LOG = LoggerFactory.getLogger(SmsLimits.class);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Limit TOLD = new Limit("sms-city-told", 1, HOUR);
  private static final String CITY = "city";

  private final RateLimits limits;
  private final OwnerNotices notices;
  private final Limit budget;
  private final Limit budgetForNew;

  @Autowired
  SmsLimits(RateLimits limits, OwnerNotices notices, TextMessages messages) {
    this(limits, notices, messages.budget());
  }

  SmsLimits(RateLimits limits, OwnerNotices notices, int perHour) {
    this.limits = limits;
    this.notices = notices;
    this.budget = new Limit("sms-city", perHour, HOUR);
    this.budgetForNew = new Limit("sms-city-new", Math.max(1, perHour / 2), HOUR);
  }

  /** Counts a code for the account's own number. */
  Decision take(AccountId account, MobileNumber number, NetworkAddress network) {
    var own = account.toString();
    var wanted =
        List.of(
            new Ticket(NETWORK, network.value()),
            new Ticket(PAIR, own + "/" + network.value()),
            new Ticket(ACCOUNT, own),
            new Ticket(LONG, own),
            new Ticket(NUMBER, number.value()),
            new Ticket(budget, CITY));
    var decision = take(wanted);
    if (decision instanceof Decision.Refused(_, var by) && OWN.contains(by)) {
      notices.warn(Warning.MANY_SMS, account);
    }
    return decision;
  }

  /** Counts a code for a number that somebody typed. */
  Decision takeForNew(AccountId account, MobileNumber number, NetworkAddress network) {
    return take(
        List.of(
            new Ticket(NETWORK, network.value()),
            new Ticket(NEW_BY_ACCOUNT, account.toString()),
            new Ticket(NEW_NUMBER, number.value()),
            new Ticket(budgetForNew, CITY),
            new Ticket(budget, CITY)));
  }

  /**
   * What was taken before the city's budget refused is given back: the person did nothing wrong.
   */
  private Decision take(List<Ticket> wanted) {
    var decision = limits.take(wanted);
    if (decision instanceof Decision.Refused(_, var by)
        && (by.equals(budget) || by.equals(budgetForNew))) {
      limits.giveBack(wanted.stream().takeWhile(ticket -> !ticket.limit().equals(by)).toList());
      if (limits.take(TOLD, by.name()) instanceof Decision.Permitted) {
        LOG.warn("The hour’s budget for text messages is used up ({})", by.name());
      }
    }
    return decision;
  }
}
