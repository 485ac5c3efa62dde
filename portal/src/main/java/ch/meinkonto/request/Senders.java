package ch.meinkonto.request;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.PostalAddress;
import ch.meinkonto.contract.Actor;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.directory.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who sends: name and contact data as the unit needs them to answer. */
@Component
class Senders {

  private final Accounts accounts;

  Senders(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Under which name the unit knows the account. */
  String subject(AccountId account, UnitId unit) {
    return accounts.subjectFor(account, unit.value());
  }

  Sender sender(AccountId id) {
    var account = accounts.find(id).orElseThrow();
    return new Sender(
        account.business() ? Sender.Kind.BUSINESS : Sender.Kind.PRIVATE,
        new Sender.Name(account.name().given(), account.name().family()),
        account.company(),
        contact(account));
  }

  /** Who acts for the sender. */
  Actor actor(AccountId id, UnitId unit) {
    return new Actor(subject(id, unit), sender(id));
  }

  private static Sender.Contact contact(Account account) {
    return new Sender.Contact(account.email().value(), account.phone(), address(account.address()));
  }

  private static Sender.@Nullable PostalAddress address(@Nullable PostalAddress address) {
    return address == null
        ? null
        : new Sender.PostalAddress(
            address.street(),
            address.houseNumber(),
            address.extra(),
            address.postcode(),
            address.town(),
            address.country());
  }
}
