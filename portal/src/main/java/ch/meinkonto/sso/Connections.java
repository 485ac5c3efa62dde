package ch.meinkonto.sso;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.directory.UnitId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody has at the units' applications. */
@Component
class Connections {

  private final Consents consents;
  private final SignIns signIns;
  private final RegisteredApplications applications;
  private final LogoutNotices notices;
  private final Leaving leaving;

  Connections(
      Consents consents,
      SignIns signIns,
      RegisteredApplications applications,
      LogoutNotices notices,
      Leaving leaving) {
    this.consents = consents;
    this.signIns = signIns;
    this.applications = applications;
    this.notices = notices;
    this.leaving = leaving;
  }

  /** All of a person; one that the city no longer has goes by its identifier. */
  List<Connection> of(AccountId account, Locale locale) {
    return consents.all(account).stream()
        .map(consent ->
            new Connection(
                applications
                    .find(consent.client())
                    .map(application -> leaving.view(application, consent.details(), locale))
                    .orElseGet(() ->
                        new ApplicationView(
                            consent.client(),
                            consent.client(),
                            "",
                            "",
                            List.copyOf(consent.details()))),
                consent.givenAt(),
                consent.usedAt()))
        .toList();
  }

  /** Ends one; false when there was none. */
  @Transactional
  public boolean end(AccountId account, String client) {
    signIns.of(account).stream()
        .filter(signIn -> signIn.client().equals(client))
        .forEach(notices::announce);
    var unit = applications.find(client).map(Application::unit).map(UnitId::value).orElse("");
    return consents.revoke(account, client, unit);
  }

  /** Ends all, when the account is closed. */
  void endAll(AccountId account) {
    signIns.of(account).forEach(notices::announce);
    signIns.erase(account);
    consents.erase(account);
  }
}
