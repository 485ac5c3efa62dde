package ch.meinkonto.conformance;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.contract.Part;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.form.Samples;
import ch.meinkonto.form.Submission;
import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.request.SealedSubmission;
import com.nimbusds.jose.jwk.JWK;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Requests from the forms of the unit's own services, good ones and spoiled ones. */
@Component
class RequestCases {

  private static final int MOST_SERVICES = 5;
  private static final int SEEDS = 12;
  private static final int LARGE = Part.FRAGMENT + 1;

  private final Catalogue catalogue;
  private final Samples samples;
  private final Rehearsal rehearsal;
  private final SigningKeys signingKeys;

  RequestCases(Catalogue catalogue, Samples samples, Rehearsal rehearsal, SigningKeys signingKeys) {
    this.catalogue = catalogue;
    this.samples = samples;
    this.rehearsal = rehearsal;
    this.signingKeys = signingKeys;
  }

  /** A service of the unit with answers that somebody could have given. */
  private record Made(Service service, long seed, Submission submission) {}

  /** None for a unit without a form. */
  List<Sent.Ready> of(UnitId unit, JWK key) {
    var made =
        catalogue.rehearsed(unit).stream()
            .limit(MOST_SERVICES)
            .flatMap(service -> made(service, 1).stream())
            .toList();
    return made.isEmpty() ? List.of() : all(key, made);
  }

  private List<Sent.Ready> all(JWK key, List<Made> made) {
    var all = new ArrayList<Sent.Ready>();
    made.forEach(one -> all.add(new Sent.Ready(Case.ORDINARY, request(key, one))));
    withFiles(made)
        .ifPresent(one -> {
          all.add(new Sent.Ready(Case.ATTACHMENTS, request(key, one)));
          all.add(new Sent.Ready(Case.LARGE, request(key, larger(one))));
        });
    var first = made.getFirst();
    var twice = request(key, first);
    all.add(new Sent.Ready(Case.TWICE, twice));
    all.add(new Sent.Ready(Case.WITHDRAWAL, rehearsal.withdrawal(key, twice.envelope())));
    all.add(new Sent.Ready(Case.DAMAGED, Spoiling.damaged(request(key, first))));
    all.add(new Sent.Ready(Case.OTHER_KEY, request(Spoiling.otherKey(), first)));
    all.add(
        new Sent.Ready(
            Case.OTHER_RECEIPT, Spoiling.otherReceipt(request(key, first), signingKeys)));
    return all;
  }

  private SealedSubmission request(JWK key, Made made) {
    return rehearsal.request(key, made.service(), made.submission());
  }

  private Optional<Made> made(Service service, long seed) {
    return samples.of(service.id(), seed).map(submission -> new Made(service, seed, submission));
  }

  private Made larger(Made one) {
    var submission = samples.of(one.service().id(), one.seed(), LARGE).orElse(one.submission());
    return new Made(one.service(), one.seed(), submission);
  }

  /** Which services ask for files depends on what was answered before. */
  private Optional<Made> withFiles(List<Made> made) {
    for (var one : made) {
      for (var seed = 1; seed <= SEEDS; seed++) {
        var found = made(one.service(), seed).filter(it -> !it.submission().files().isEmpty());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
