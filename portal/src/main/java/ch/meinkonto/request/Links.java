package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.directory.UnitId;
import java.util.Optional;

/** Under which names units know the accounts that they have activated, as they said themselves. */
public interface Links {

  /** The unit's name for the account, when it has activated it for this service. */
  Optional<ActivationLink> of(AccountId account, ServiceId service, UnitId unit);
}
