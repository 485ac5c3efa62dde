package ch.meinkonto.mandate;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.form.Representations;
import ch.meinkonto.form.Represented;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What forms ask of this module. */
@Component
class Representing implements Representations {

  private final MandateRows rows;
  private final MandateNotices notices;
  private final CoveredServices services;
  private final Accounts accounts;

  Representing(
      MandateRows rows, MandateNotices notices, CoveredServices services, Accounts accounts) {
    this.rows = rows;
    this.notices = notices;
    this.services = services;
    this.accounts = accounts;
  }

  @Override
  public List<Represented> of(UUID actor, ServiceId service) {
    return services.find(service).isEmpty()
        ? List.of()
        : rows.inForce(new AccountId(actor), service).stream()
            .flatMap(mandate -> represented(mandate).stream())
            .toList();
  }

  @Override
  public Optional<Represented> by(UUID mandate, UUID actor, ServiceId service) {
    return services
        .find(service)
        .flatMap(_ -> rows.keepInForce(mandate, new AccountId(actor), service))
        .flatMap(this::represented);
  }

  @Override
  public void begun(Represented represented, UUID actor, ServiceId service) {
    notices.used(new AccountId(represented.account()), new AccountId(actor), service);
  }

  private Optional<Represented> represented(Mandate mandate) {
    return accounts
        .find(mandate.giver())
        .map(giver ->
            new Represented(
                mandate.id(),
                giver.id().value(),
                giver.called(),
                giver.business(),
                mandate.lastDay()));
  }
}
