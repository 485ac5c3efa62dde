package ch.meinkonto.conformance;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.form.Samples;
import ch.meinkonto.form.Submission;
import com.nimbusds.jose.jwk.JWK;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the unit gets of requests that others decide, as their services' files say it. */
@Component
class CopyCases {

  private static final int MOST_SERVICES = 5;

  private final Catalogue catalogue;
  private final Samples samples;
  private final Rehearsal rehearsal;

  CopyCases(Catalogue catalogue, Samples samples, Rehearsal rehearsal) {
    this.catalogue = catalogue;
    this.samples = samples;
    this.rehearsal = rehearsal;
  }

  /** None when no service gives it a copy. */
  List<Sent.Ready> of(UnitId unit, JWK key) {
    var all = new ArrayList<Sent.Ready>();
    samples.copiedTo(unit).stream()
        .limit(MOST_SERVICES)
        .forEach(made -> all.add(copy(key, service(made.service()), made)));
    if (!all.isEmpty()) {
      var first = all.getFirst().sealed().envelope();
      var inCharge = service(new ServiceId(first.service())).unit();
      all.add(new Sent.Ready(Case.COPY_WITHDRAWAL, rehearsal.copyWithdrawal(key, first, inCharge)));
    }
    return all;
  }

  private Sent.Ready copy(JWK key, Service service, Submission made) {
    return new Sent.Ready(Case.COPY, rehearsal.copy(key, service, made, made.copies().getFirst()));
  }

  /** A service that people find, or one whose unit only tries out its system, too. */
  private Service service(ServiceId id) {
    var offer = catalogue.offer();
    return Stream.concat(offer.find(id).stream(), offer.rehearsed().stream())
        .filter(service -> service.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A form without its service: " + id));
  }
}
