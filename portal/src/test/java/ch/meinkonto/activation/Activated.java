package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.testing.RunningPortal;
import java.util.Locale;
import java.util.UUID;

/** For tests whose matter is not the activation: the units know somebody already. */
public final class Activated {

  private Activated() {}

  /** As if they had typed in the code of each unit's letter. */
  public static void everywhere(RunningPortal portal, String email) {
    everywhere(
        portal,
        portal.bean(Accounts.class).byEmail(EmailAddress.parse(email).orElseThrow()).orElseThrow());
  }

  /** The same. */
  public static void everywhere(RunningPortal portal, AccountId account) {
    for (var service : portal.bean(Catalogue.class).all(Locale.GERMAN)) {
      if (service.activation() != null) {
        portal
            .bean(ActivationLinks.class)
            .put(
                account,
                service.id(),
                service.unit(),
                new ActivationLink("lk-" + UUID.randomUUID()));
      }
    }
  }
}
