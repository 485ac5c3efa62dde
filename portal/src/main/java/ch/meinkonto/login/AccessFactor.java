package ch.meinkonto.login;

import ch.meinkonto.access.Phones;
import ch.meinkonto.account.AccountId;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A phone with the app Access. */
@Component
@Order(20)
class AccessFactor implements SecondFactor {

  private final Phones phones;

  AccessFactor(Phones phones) {
    this.phones = phones;
  }

  @Override
  public String texts() {
    return "login.phone";
  }

  @Override
  public String page() {
    return PhonePages.PATH;
  }

  @Override
  public boolean any(AccountId account) {
    return phones.any(account);
  }

  @Override
  public void removeAll(AccountId account) {
    phones.removeAll(account);
  }

  @Override
  public Optional<String> stepUp() {
    return Optional.of(ConfirmPages.PATH + ConfirmPages.ACCESS);
  }
}
