package ch.meinkonto.delivery;

import ch.meinkonto.contract.Checked.Flaw;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.SecurityEvent;
import ch.meinkonto.contract.SecurityEvents;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.directory.UnitKeys;
import ch.meinkonto.platform.PortalSettings;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a unit says what it did, and what it has to say. */
@RestController
class EventEndpoint {

  private final UnitKeys keys;
  private final UnitEvents events;
  private final DocumentScan documents;
  private final DeliverySettings settings;
  private final String issuer;

  EventEndpoint(
      UnitKeys keys,
      UnitEvents events,
      DocumentScan documents,
      DeliverySettings settings,
      PortalSettings portal) {
    this.keys = keys;
    this.documents = documents;
    this.events = events;
    this.settings = settings;
    this.issuer = portal.baseUrl().toString();
  }

  @PostMapping(ContractPaths.BASE + "/events")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void event(Authentication caller, HttpServletRequest request) throws IOException {
    Bodies.require(request, "application/" + SecurityEvents.TYPE);
    var body = Bodies.read(request, Math.toIntExact(settings.maxEvent().toBytes()));
    var token = new String(body, StandardCharsets.ISO_8859_1);
    var unit = new UnitId(caller.getName());
    switch (SecurityEvents.verify(
        token, keys.keys(unit).orElseGet(JWKSet::new), unit.value(), issuer)) {
      case Valid<SecurityEvent>(var event) -> {
        documents.look(event.event());
        events.hear(unit, event, token.strip());
      }
      case Invalid<SecurityEvent>(var flaw) -> throw new Refusal(type(flaw), code(flaw));
    }
  }

  private static ProblemType type(Flaw flaw) {
    return flaw == Flaw.TOO_LARGE ? ProblemType.TOO_LARGE : ProblemType.INVALID_EVENT;
  }

  private static String code(Flaw flaw) {
    return flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
