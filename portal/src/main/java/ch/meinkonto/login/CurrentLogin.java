package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is logged in and how they proved it, and where one logs in or proves more. */
@Component
public class CurrentLogin {

  private final Passkeys passkeys;
  private final SecondFactors factors;
  private final Clock clock;

  CurrentLogin(Passkeys passkeys, SecondFactors factors, Clock clock) {
    this.passkeys = passkeys;
    this.factors = factors;
    this.clock = clock;
  }

  /** The login of this request. */
  public Optional<ProvenLogin> find() {
    return LoggedIn.current().map(CurrentLogin::proven);
  }

  /**
   * Whether this account has what it takes to prove itself by two factors.
   *
   * @param phishingResistant whether it must be by something that no imitated page can use
   */
  public boolean canProve(AccountId account, boolean phishingResistant) {
    return phishingResistant ? passkeys.any(account) : factors.any(account);
  }

  /** Whether this request's person proved themselves by two factors, and by one of them lately. */
  public boolean lately() {
    return LoggedIn.current()
        .filter(LoggedIn::twoFactors)
        .filter(who -> who.provedSince(clock.instant().minus(Freshness.LATELY), true))
        .isPresent();
  }

  /** Where one logs in, to go on at a page of this portal. */
  public static String loginAddress(String goOn) {
    return ReturnPath.of(goOn).carriedBy(LoginPage.PATH);
  }

  /** Where one proves once more, or more strongly, who one is, to go on at a page. */
  public static String confirmAddress(String goOn) {
    return ReturnPath.of(goOn).carriedBy(ConfirmPages.PATH);
  }

  private static ProvenLogin proven(LoggedIn who) {
    var methods = new ArrayList<String>();
    who.proofs().forEach(proof -> methods.addAll(proof.factor().methods()));
    if (who.twoFactors()) {
      methods.add("mfa");
    }
    return new ProvenLogin(
        who.account(), who.provedAt(), methods, who.twoFactors(), who.phishingResistant());
  }
}
