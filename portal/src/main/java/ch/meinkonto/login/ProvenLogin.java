package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who is logged in, as other modules and applications may know it.
 *
 * @param account whose login it is
 * @param provedAt when they last proved who they are
 * @param methods by what: authentication method references (RFC 8176)
 * @param twoFactors whether by two factors
 * @param phishingResistant whether by something that is worth nothing to a page that imitates ours
 */
public record ProvenLogin(
    AccountId account,
    Instant provedAt,
    List<String> methods,
    boolean twoFactors,
    boolean phishingResistant) {

  public ProvenLogin {
    methods = List.copyOf(methods);
  }
}
