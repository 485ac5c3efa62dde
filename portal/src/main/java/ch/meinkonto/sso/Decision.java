package ch.meinkonto.sso;

import ch.meinkonto.catalogue.Admission;
import ch.meinkonto.catalogue.Service;
import java.util.Set;

/** What is to happen next with a request of an application. */
sealed interface Decision {

  /** The person logs in first. */
  record LogIn() implements Decision {}

  /** The person proves once more, or more strongly, who they are. */
  record ProveMore() implements Decision {}

  /** The person has nothing by which they could prove as much as is needed. */
  record OutOfReach() implements Decision {}

  /** The person first types in the code that the unit sent by letter for this service. */
  record Activate(Admission admission, Service service) implements Decision {

    /** Where they do that, and come back from. */
    String address(String back) {
      return admission.address(service, back);
    }
  }

  /** The person is asked whether the application may have this. */
  record AskConsent(Set<Detail> details) implements Decision {}

  /** The application hears why not. */
  record Refuse(SsoError error) implements Decision {}

  /** The application learns who it is. */
  record Grant(Acr acr) implements Decision {}
}
