package ch.meinkonto.request;

import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.form.SchemaAddress;
import ch.meinkonto.platform.PortalSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes requests and answers to units, as the contract says it. */
@Component
class ContractEnvelopes {

  private final PortalSettings settings;

  ContractEnvelopes(PortalSettings settings) {
    this.settings = settings;
  }

  Envelope request(RequestEnvelope request) {
    return beginning(request, SubmissionId.of(request.id()), SubmissionKind.REQUEST);
  }

  /**
   * A part of it, for a unit that does not decide.
   *
   * @param elsewhere the request as that unit sees it
   */
  Envelope copy(RequestEnvelope elsewhere, SubmissionId copy) {
    return beginning(elsewhere, copy, SubmissionKind.COPY);
  }

  private Envelope beginning(
      RequestEnvelope request, SubmissionId submission, SubmissionKind kind) {
    var schema = SchemaAddress.path(request.service(), request.schemaVersion());
    return new Envelope(
        request.id(),
        submission,
        kind,
        request.reference(),
        request.service().value(),
        request.schemaVersion(),
        settings.url(schema).toString(),
        request.unit().value(),
        request.subject(),
        request.assurance(),
        request.language().toLanguageTag(),
        request.receivedAt(),
        null,
        null);
  }

  Envelope answer(RequestEnvelope request, SubmissionId answer, String questionId, Instant at) {
    return later(request, answer, SubmissionKind.ANSWER, questionId, at);
  }

  Envelope withdrawal(RequestEnvelope request, SubmissionId withdrawal, Instant at) {
    return later(request, withdrawal, SubmissionKind.WITHDRAWAL, null, at);
  }

  Envelope notice(RequestEnvelope request, SubmissionId notice, String messageId, Instant at) {
    return later(request, notice, SubmissionKind.DELIVERY_NOTICE, messageId, at);
  }

  private static Envelope later(
      RequestEnvelope request,
      SubmissionId submission,
      SubmissionKind kind,
      @Nullable String inReplyTo,
      Instant at) {
    return new Envelope(
        request.id(),
        submission,
        kind,
        request.reference(),
        request.service().value(),
        request.schemaVersion(),
        null,
        request.unit().value(),
        request.subject(),
        request.assurance(),
        request.language().toLanguageTag(),
        at,
        inReplyTo,
        null);
  }
}
