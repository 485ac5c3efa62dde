package ch.meinkonto.activation;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.request.SealedSubmission;
import ch.meinkonto.request.Sealer;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals what is to be sent to a unit, before it touches the database. */
@Component
class Parcels {

  private static final Logger log = LoggerFactory.getLogger(Parcels.class);
  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

  private final Sealer sealer;
  private final Accounts accounts;
  private final Clock clock;

  Parcels(Sealer sealer, Accounts accounts, Clock clock) {
    this.sealer = sealer;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What the unit alone can open; empty when it has no key. */
  Optional<SealedSubmission> seal(Sender sender, Service service, Kind kind, Object content) {
    var sealed =
        sealer.seal(envelope(sender, service, kind), sender.account(), Json.bytes(content));
    if (sealed.isEmpty()) {
      log.error(
          "Unit {} has no key to seal for, so nobody can be activated for {}: ask it for its keys",
          service.unit().value(),
          service.id().value());
    }
    return sealed;
  }

  private Envelope envelope(Sender sender, Service service, Kind kind) {
    var id = new RequestId(Ids.next());
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Envelope(
        id,
        SubmissionId.of(id),
        kind.contract(),
        Reference.next(Year.from(now.atZone(ZONE))),
        service.id().value(),
        service.version(),
        null,
        service.unit().value(),
        accounts.subjectFor(sender.account(), service.unit().value()),
        sender.assurance(),
        sender.language().toLanguageTag(),
        now,
        null,
        null);
  }
}
