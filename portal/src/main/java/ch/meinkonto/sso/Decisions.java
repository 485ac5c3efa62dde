package ch.meinkonto.sso;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.login.CurrentLogin;
import ch.meinkonto.login.ProvenLogin;
import ch.meinkonto.sso.AuthorizationRequest.Prompt;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what happens next, in the order in which it must be settled. */
@Component
class Decisions {

  private final CurrentLogin logins;
  private final Accounts accounts;
  private final Consents consents;
  private final Activated activated;
  private final Clock clock;

  Decisions(
      CurrentLogin logins, Accounts accounts, Consents consents, Activated activated, Clock clock) {
    this.logins = logins;
    this.accounts = accounts;
    this.consents = consents;
    this.activated = activated;
    this.clock = clock;
  }

  Decision decide(AuthorizationRequest request, @Nullable ProvenLogin login) {
    if (login == null) {
      return request.silent() ? new Decision.Refuse(SsoError.LOGIN_REQUIRED) : new Decision.LogIn();
    }
    return otherPerson(request, login)
        .or(() -> age(request, login))
        .or(() -> level(request, login))
        .or(() -> activation(request, login))
        .or(() -> consent(request, login))
        .orElseGet(() -> new Decision.Grant(reached(request, login)));
  }

  private Optional<Decision> otherPerson(AuthorizationRequest request, ProvenLogin login) {
    var expected = request.hint();
    var unit = request.application().unit().value();
    return expected == null || expected.equals(accounts.subjectFor(login.account(), unit))
        ? Optional.empty()
        : Optional.of(new Decision.Refuse(SsoError.LOGIN_REQUIRED));
  }

  private Optional<Decision> age(AuthorizationRequest request, ProvenLogin login) {
    return request.freshEnough(login.provedAt(), clock.instant())
        ? Optional.empty()
        : Optional.of(
            request.silent()
                ? new Decision.Refuse(SsoError.LOGIN_REQUIRED)
                : new Decision.ProveMore());
  }

  private Optional<Decision> level(AuthorizationRequest request, ProvenLogin login) {
    var needed = needed(request);
    if (needed.isEmpty()) {
      return Optional.of(new Decision.Refuse(SsoError.LEVEL_NOT_REACHED));
    }
    if (!needed.get().fulfilledBy(login)) {
      return Optional.of(more(request, login, needed.get()));
    }
    var wished = request.levels().stream().min(Acr::compareTo);
    return wished
        .filter(acr -> !acr.fulfilledBy(login) && canReach(login, acr))
        .map(acr -> more(request, login, acr));
  }

  private Decision more(AuthorizationRequest request, ProvenLogin login, Acr level) {
    if (request.silent()) {
      return new Decision.Refuse(SsoError.INTERACTION_REQUIRED);
    }
    return canReach(login, level) ? new Decision.ProveMore() : new Decision.OutOfReach();
  }

  /** The least that will do; empty when the application insists on something unknown. */
  private static Optional<Acr> needed(AuthorizationRequest request) {
    var always = request.application().level();
    var insisted = request.claims().levels();
    return insisted.isEmpty()
        ? Optional.of(always)
        : insisted.stream()
            .flatMap(value -> Acr.ofValue(value).stream())
            .min(Acr::compareTo)
            .map(acr -> acr.compareTo(always) > 0 ? acr : always);
  }

  private boolean canReach(ProvenLogin login, Acr level) {
    return logins.canProve(login.account(), level == Acr.PHISHING_RESISTANT);
  }

  private Optional<Decision> activation(AuthorizationRequest request, ProvenLogin login) {
    return activated
        .missing(request.application(), login.account())
        .map(activate ->
            request.silent() ? new Decision.Refuse(SsoError.INTERACTION_REQUIRED) : activate);
  }

  private Optional<Decision> consent(AuthorizationRequest request, ProvenLogin login) {
    var details = request.details();
    var again = request.prompts().contains(Prompt.CONSENT) ? request.begun() : null;
    if (consents.cover(login.account(), request.application().id(), details, again)) {
      return Optional.empty();
    }
    return Optional.of(
        request.silent()
            ? new Decision.Refuse(SsoError.CONSENT_REQUIRED)
            : new Decision.AskConsent(details));
  }

  /**
   * Of the levels that the application named, the dearest one that is reached; else the highest.
   */
  private static Acr reached(AuthorizationRequest request, ProvenLogin login) {
    return request.levels().stream()
        .filter(acr -> acr.fulfilledBy(login))
        .findFirst()
        .or(() ->
            request.claims().levels().stream()
                .flatMap(value -> Acr.ofValue(value).stream())
                .filter(acr -> acr.fulfilledBy(login))
                .findFirst())
        .orElseGet(() -> Acr.of(login));
  }
}
