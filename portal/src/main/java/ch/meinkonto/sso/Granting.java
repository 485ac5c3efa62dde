package ch.meinkonto.sso;

import ch.meinkonto.login.ProvenLogin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives an application its code: once for each request, with all that tells of it. */
@Component
class Granting {

  private final PendingRequests pending;
  private final SignIns signIns;
  private final Consents consents;

  Granting(PendingRequests pending, SignIns signIns, Consents consents) {
    this.pending = pending;
    this.signIns = signIns;
    this.consents = consents;
  }

  /** The code; empty when the request has been answered already. */
  @Transactional
  public Optional<String> grant(
      AuthorizationRequest request,
      ProvenLogin login,
      Acr acr,
      String sid,
      @Nullable String requestUri) {
    if (requestUri != null && !pending.answered(requestUri)) {
      return Optional.empty();
    }
    consents.used(login.account(), request.application());
    return Optional.of(signIns.begin(request, login, acr, sid));
  }
}
