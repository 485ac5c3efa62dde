package ch.meinkonto.conformance;

import ch.meinkonto.catalogue.Level;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.contract.AnswerText;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.contract.Withdrawal;
import ch.meinkonto.directory.City;
import ch.meinkonto.directory.CityFolder;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.form.SchemaAddress;
import ch.meinkonto.form.Submission;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.request.Attachment;
import ch.meinkonto.request.SealedSubmission;
import ch.meinkonto.request.Sealer;
import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes up submissions and seals them, as real ones are. */
@Component
class Rehearsal {

  private static final Sender NOBODY =
      new Sender(
          Sender.Kind.PRIVATE,
          new Sender.Name("Test", "Muster"),
          null,
          new Sender.Contact("test.muster@example.org", null, null));

  private final Sealer sealer;
  private final PortalSettings settings;
  private final CityFolder folder;
  private final Clock clock;

  Rehearsal(Sealer sealer, PortalSettings settings, CityFolder folder, Clock clock) {
    this.sealer = sealer;
    this.settings = settings;
    this.folder = folder;
    this.clock = clock;
  }

  SealedSubmission request(JWK key, Service service, Submission made) {
    var id = new RequestId(Ids.next());
    var anonymous = service.level() == Level.NONE;
    var envelope =
        beginning(
            SubmissionKind.REQUEST,
            id,
            SubmissionId.of(id),
            service,
            made,
            service.unit(),
            anonymous ? null : "test-" + id);
    return sealer.sealMadeUp(
        key,
        envelope,
        anonymous ? null : NOBODY,
        made.answers(),
        made.office().orElse(null),
        files(made.files()));
  }

  /** What a unit gets of a request that another one decides. */
  SealedSubmission copy(JWK key, Service service, Submission made, Submission.Copy copy) {
    var envelope =
        beginning(
            SubmissionKind.COPY,
            new RequestId(Ids.next()),
            new SubmissionId(Ids.next()),
            service,
            made,
            copy.unit(),
            null);
    return sealer.sealMadeUpCopy(
        key, envelope, service.unit(), copy.answers(), files(copy.files()));
  }

  private static List<Attachment> files(List<Submission.File> files) {
    return files.stream().map(Attachment::of).toList();
  }

  private Envelope beginning(
      SubmissionKind kind,
      RequestId id,
      SubmissionId submission,
      Service service,
      Submission made,
      UnitId unit,
      @Nullable String subject) {
    var schema = SchemaAddress.path(service.id(), made.schemaVersion());
    var now = now();
    return new Envelope(
        id,
        submission,
        kind,
        reference(now),
        service.id().value(),
        made.schemaVersion(),
        settings.url(schema).toString(),
        unit.value(),
        subject,
        assurance(service.level()),
        made.language().toLanguageTag(),
        now,
        null,
        true);
  }

  /** Something about an activation: no request stands behind it. */
  SealedSubmission activation(JWK key, SubmissionKind kind, Service service, Object content) {
    var id = new RequestId(Ids.next());
    var now = now();
    var envelope =
        new Envelope(
            id,
            SubmissionId.of(id),
            kind,
            reference(now),
            service.id().value(),
            service.version(),
            null,
            service.unit().value(),
            "test-" + id,
            assurance(service.level()),
            folder.get(City.class).languages().codes().getFirst(),
            now,
            null,
            true);
    return sealer.sealMadeUp(key, envelope, NOBODY, Json.bytes(content), null, List.of());
  }

  SealedSubmission withdrawal(JWK key, Envelope request) {
    return later(
        key, request, SubmissionKind.WITHDRAWAL, null, new Withdrawal("Ein Test: bitte nicht."));
  }

  /** The request of which a unit had a copy is taken back. */
  SealedSubmission copyWithdrawal(JWK key, Envelope copy, UnitId inCharge) {
    var data = Json.bytes(new Withdrawal("Ein Test: bitte nicht."));
    return sealer.sealMadeUpCopy(
        key, later(copy, SubmissionKind.WITHDRAWAL, null), inCharge, data, List.of());
  }

  SealedSubmission answer(JWK key, Envelope request, String question) {
    return later(
        key,
        request,
        SubmissionKind.ANSWER,
        question,
        new AnswerText(question, "Ein Test: so wäre die Antwort."));
  }

  private SealedSubmission later(
      JWK key, Envelope request, SubmissionKind kind, @Nullable String question, Object data) {
    return sealer.sealMadeUp(
        key,
        later(request, kind, question),
        request.subject() == null ? null : NOBODY,
        Json.bytes(data),
        null,
        List.of());
  }

  private Envelope later(Envelope request, SubmissionKind kind, @Nullable String question) {
    return new Envelope(
        request.requestId(),
        new SubmissionId(Ids.next()),
        kind,
        request.reference(),
        request.service(),
        request.schemaVersion(),
        null,
        request.unit(),
        request.subject(),
        request.assurance(),
        request.language(),
        now(),
        question,
        true);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Reference reference(Instant now) {
    return Reference.next(Year.from(now.atZone(ZoneOffset.UTC)));
  }

  private static Assurance assurance(Level level) {
    return switch (level) {
      case NONE -> Assurance.NONE;
      case LOGIN -> Assurance.LOGIN;
      case TWO_FACTORS -> Assurance.TWO_FACTORS;
    };
  }
}
