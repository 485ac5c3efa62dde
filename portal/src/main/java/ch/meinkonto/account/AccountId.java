package ch.meinkonto.account;

import ch.meinkonto.platform.Ids;
import java.util.UUID;

/** Names an account inside the portal; units know it under another name each. */
public record AccountId(UUID value) {

  static AccountId next() {
    return new AccountId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
