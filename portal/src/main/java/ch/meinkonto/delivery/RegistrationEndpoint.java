package ch.meinkonto.delivery;

import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.Registration;
import ch.meinkonto.contract.RegistrationStatus;
import ch.meinkonto.contract.RegistrationStatus.Status;
import ch.meinkonto.contract.Rotation;
import ch.meinkonto.directory.KeyOutcome;
import ch.meinkonto.directory.KeyRegistration;
import ch.meinkonto.directory.KeyRegistrations;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.directory.UnitKeys;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.RateLimits.Ticket;
import ch.meinkonto.platform.web.NetworkAddress;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a unit hands in its keys, changes them, and asks which of them are still needed. */
@RestController
class RegistrationEndpoint {

  static final Limit LIMIT = new Limit("registrations", 20, Duration.ofHours(1));

  private final KeyRegistrations registrations;
  private final UnitKeys unitKeys;
  private final KeysInUse keysInUse;
  private final RateLimits limits;
  private final String issuer;
  private final Clock clock;

  RegistrationEndpoint(
      KeyRegistrations registrations,
      UnitKeys unitKeys,
      KeysInUse keysInUse,
      RateLimits limits,
      PortalSettings settings,
      Clock clock) {
    this.registrations = registrations;
    this.unitKeys = unitKeys;
    this.keysInUse = keysInUse;
    this.limits = limits;
    this.issuer = settings.baseUrl().toString();
    this.clock = clock;
  }

  @PostMapping(ContractPaths.REGISTRATIONS)
  ResponseEntity<byte[]> register(HttpServletRequest request) throws IOException {
    var from = NetworkAddress.of(request).value();
    if (limits.take(List.of(new Ticket(LIMIT, from)))
        instanceof Decision.Refused(var retryAfter, var _)) {
      throw Refusal.tooMany(retryAfter);
    }
    Bodies.require(request, "application/jwt");
    var body =
        new String(Bodies.read(request, Rotation.MAX_SIZE), StandardCharsets.ISO_8859_1).strip();
    var rotated = Rotation.registrationIn(body);
    return rotated.isPresent() ? rotate(body, rotated.get()) : handIn(body);
  }

  private ResponseEntity<byte[]> handIn(String signed) {
    var one = registered(registrations.handIn(holds(signed)));
    var waits = one.state() == KeyRegistration.State.WAITING;
    return answer(
        waits ? 202 : 200, status(one, waits ? Status.WAITING : Status.CONFIRMED, List.of()));
  }

  private ResponseEntity<byte[]> rotate(String outer, String inner) {
    var registration = holds(inner);
    var unit = new UnitId(registration.unit());
    valid(Rotation.verify(outer, unitKeys.keys(unit).orElseGet(JWKSet::new)));
    var one = registered(registrations.rotate(registration, keyId(outer)));
    return answer(200, status(one, Status.CONFIRMED, keysInUse.of(unit)));
  }

  @GetMapping(ContractPaths.BASE + "/keys")
  ResponseEntity<byte[]> keys(Authentication caller) {
    return answer(200, keysInUse.of(new UnitId(caller.getName())));
  }

  private Registration holds(String signed) {
    var registration = valid(Registration.verify(signed, issuer, clock.instant()));
    if (!registration.unit().matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return registration;
  }

  private static <T> T valid(Checked<T> checked) {
    return switch (checked) {
      case Valid<T>(var value) -> value;
      case Invalid<T>(var flaw) ->
          throw new Refusal(
              ProblemType.REGISTRATION_REFUSED,
              flaw.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    };
  }

  private static KeyRegistration registered(KeyOutcome outcome) {
    return switch (outcome) {
      case KeyOutcome.Done(var one) -> one;
      case KeyOutcome.Refused(var reason) when reason.equals("unknown-unit") ->
          throw new Refusal(ProblemType.NOT_FOUND);
      case KeyOutcome.Refused(var reason) ->
          throw new Refusal(ProblemType.REGISTRATION_REFUSED, reason);
    };
  }

  private static String keyId(String jws) {
    try {
      return JWSObject.parse(jws).getHeader().getKeyID();
    } catch (ParseException e) {
      throw new IllegalStateException("What was verified can be read", e);
    }
  }

  private static RegistrationStatus status(
      KeyRegistration one, Status status, List<RegistrationStatus.KeyInUse> keys) {
    return new RegistrationStatus(one.unit().value(), status, one.fingerprint().value(), keys);
  }

  private static ResponseEntity<byte[]> answer(int status, Object body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(Json.bytes(body));
  }
}
