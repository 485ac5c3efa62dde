package ch.meinkonto.form;

import ch.meinkonto.catalogue.Admission;
import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.platform.web.Visitor;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says what somebody has to do yet before their form can be sent, and where. */
@Component
class Requirements {

  private final Catalogue catalogue;
  private final ObjectProvider<Admission> admissions;

  Requirements(Catalogue catalogue, ObjectProvider<Admission> admissions) {
    this.catalogue = catalogue;
    this.admissions = admissions;
  }

  /** What is missing: first of the login, then of what the service asks besides. */
  Missing of(ServiceForm form, Draft draft, Party party) {
    return switch (party) {
      case Party.Themselves _ -> of(form, draft, party.sender(), Missing.ACTIVATION);
      case Party.Other _ -> of(form, draft, party.sender(), Missing.ACTIVATION_OF_OTHER);
      case Party.Unknown() -> Missing.LOGIN;
      case Party.Over() -> Missing.MANDATE;
    };
  }

  private Missing of(ServiceForm form, Draft draft, Optional<Visitor> sender, Missing activation) {
    var missing = Missing.of(form.level(), form.audience(), sender);
    return missing == Missing.NOTHING && sender.filter(who -> notAdmitted(draft, who)).isPresent()
        ? activation
        : missing;
  }

  /**
   * Where that is done; from there one comes back to checking the draft, which says what to do with
   * an account of the wrong kind.
   */
  String address(Missing missing, Draft draft) {
    var back = draft.address() + "/pruefen";
    return switch (missing) {
      case NOTHING, MANDATE, PRIVATE_ACCOUNT, BUSINESS_ACCOUNT, ACTIVATION_OF_OTHER -> back;
      case LOGIN -> "/anmelden?weiter=" + back;
      case SECOND_FACTOR -> "/konto/zweiter-faktor?weiter=" + back;
      case ACTIVATION ->
          service(draft)
              .flatMap(service ->
                  admissions.stream()
                      .map(admission -> admission.address(service, back))
                      .findFirst())
              .orElse(back);
    };
  }

  private boolean notAdmitted(Draft draft, Visitor visitor) {
    return service(draft)
        .filter(service ->
            admissions.stream()
                .anyMatch(admission -> admission.missing(service, visitor.accountId())))
        .isPresent();
  }

  private Optional<Service> service(Draft draft) {
    return catalogue.find(draft.service());
  }
}
