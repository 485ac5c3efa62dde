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
import ch.meinkonto.form.SchemaAddress;
import ch.meinkonto.form.Submission;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.request.Attachment;
import ch.meinkonto.request.SealedSubmission;
import ch.meinkonto.request.Sealer;
import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
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
  private final Clock clock;

  Rehearsal(Sealer sealer, PortalSettings settings, Clock clock) {
    this.sealer = sealer;
    this.settings = settings;
    this.clock = clock;
  }

  SealedSubmission request(JWK key, Service service, Submission made) {
    var id = new RequestId(Ids.next());
    var schema = SchemaAddress.path(service.id(), made.schemaVersion());
    var anonymous = service.level() == Level.NONE;
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var envelope =
        new Envelope(
            id,
            SubmissionId.of(id),
            SubmissionKind.REQUEST,
            Reference.next(Year.from(now.atZone(ZoneOffset.UTC))),
            service.id().value(),
            made.schemaVersion(),
            settings.url(schema).toString(),
            service.unit().value(),
            anonymous ? null : "test-" + id,
            assurance(service.level()),
            made.language().toLanguageTag(),
            now,
            null,
            true);
    return sealer.sealMadeUp(
        key,
        envelope,
        anonymous ? null : NOBODY,
        made.answers(),
        made.office().orElse(null),
        made.files().stream().map(Attachment::of).toList());
  }

  SealedSubmission withdrawal(JWK key, Envelope request) {
    return later(
        key, request, SubmissionKind.WITHDRAWAL, null, new Withdrawal("Ein Test: bitte nicht."));
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
    var envelope =
        new Envelope(
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
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            question,
            true);
    return sealer.sealMadeUp(
        key,
        envelope,
        request.subject() == null ? null : NOBODY,
        Json.bytes(data),
        null,
        List.of());
  }

  private static Assurance assurance(Level level) {
    return switch (level) {
      case NONE -> Assurance.NONE;
      case LOGIN -> Assurance.LOGIN;
      case TWO_FACTORS -> Assurance.TWO_FACTORS;
    };
  }
}
