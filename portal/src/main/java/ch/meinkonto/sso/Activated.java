package ch.meinkonto.sso;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.Admission;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Reach;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether somebody may enter an application: into one that only services with an activation lead
 * to, nobody gets without.
 */
@Component
class Activated {

  private final Catalogue catalogue;
  private final ObjectProvider<Admission> admissions;

  Activated(Catalogue catalogue, ObjectProvider<Admission> admissions) {
    this.catalogue = catalogue;
    this.admissions = admissions;
  }

  /** What has to be done first; empty when nothing is missing. */
  Optional<Decision.Activate> missing(Application application, AccountId account) {
    var ways =
        catalogue.offer().services().stream()
            .filter(service ->
                service.reach() instanceof Reach.ByApplication(var id)
                    && id.equals(application.id()))
            .toList();
    return admissions.stream()
        .filter(admission ->
            ways.stream().allMatch(service -> admission.missing(service, account.value())))
        .flatMap(admission ->
            ways.stream().limit(1).map(service -> new Decision.Activate(admission, service)))
        .findFirst();
  }
}
