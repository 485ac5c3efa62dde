package ch.meinkonto.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.AnswerText;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Metadata;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.contract.Receipts;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.Sealing;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery that the test's portal holds, sealed as the real one seals. */
final class Offer {

  final Envelope envelope;
  final DeliveryId deliveryId = new DeliveryId(UUID.randomUUID());
  final Map<String, SealedPart> parts = new LinkedHashMap<>();
  final String receipt;
  @Nullable String leaseToken;
  Instant leaseUntil = Instant.EPOCH;
  Instant notBefore = Instant.EPOCH;
  int attempt;
  volatile @Nullable String settledAs;
  @Nullable String setAside;

  private Offer(Envelope envelope, List<SealedPart> sealed, ECKey portalKey) {
    this.envelope = envelope;
    sealed.forEach(part -> parts.put(part.name(), part));
    this.receipt =
        Receipts.sign(
            new Receipt(
                UUID.randomUUID().toString(),
                "test",
                envelope.receivedAt(),
                Receipt.Kind.RECEIVED,
                envelope.requestId(),
                envelope.submissionId(),
                envelope.reference(),
                envelope.service(),
                envelope.unit(),
                sealed.stream().map(SealedPart::partTag).toList(),
                null,
                null),
            portalKey);
  }

  /** Vreni's request for a parking permit, with her vehicle licence. */
  static Offer request(JWK unitKey, ECKey portalKey, Instant now) {
    Envelope envelope = envelope(new RequestId(UUID.randomUUID()), null, now);
    byte[] licence = "%PDF-1.7 licence".getBytes(UTF_8);
    Metadata metadata =
        new Metadata(
            envelope,
            new Sender(
                Sender.Kind.PRIVATE,
                new Sender.Name("Vreni", "Muster"),
                null,
                new Sender.Contact("vreni@example.ch", null, null)),
            "kreis-4",
            List.of(
                new Metadata.Attachment(
                    "attachment-1", "Ausweis.pdf", "application/pdf", licence.length, "licence")),
            null);
    return sealed(metadata, Map.of("plate", "ZH 123456"), List.of(licence), unitKey, portalKey);
  }

  /** Her answer to the question {@code questionId}. */
  static Offer answer(
      RequestId request, String questionId, JWK unitKey, ECKey portalKey, Instant now) {
    Metadata metadata =
        new Metadata(envelope(request, questionId, now), null, null, List.of(), null);
    return sealed(
        metadata, new AnswerText(questionId, "Es ist blau."), List.of(), unitKey, portalKey);
  }

  /** Something about an activation, such as the code that she typed in. */
  static Offer activation(
      SubmissionKind kind, Object content, JWK unitKey, ECKey portalKey, Instant now) {
    RequestId id = new RequestId(UUID.randomUUID());
    Envelope envelope =
        new Envelope(
            id,
            SubmissionId.of(id),
            kind,
            Reference.next(Year.of(2026)),
            "parkkarte",
            1,
            null,
            "dav",
            "p-1",
            Assurance.LOGIN,
            "de",
            now.truncatedTo(ChronoUnit.MILLIS),
            null,
            null);
    return sealed(
        new Metadata(envelope, null, null, List.of(), null),
        content,
        List.of(),
        unitKey,
        portalKey);
  }

  private static Offer sealed(
      Metadata metadata, Object data, List<byte[]> attachments, JWK unitKey, ECKey portalKey) {
    Sealing sealing = Sealing.forKey(unitKey);
    SubmissionId ref = metadata.envelope().submissionId();
    List<SealedPart> parts = new ArrayList<>();
    parts.add(sealing.seal(Part.METADATA, "application/json", Json.bytes(metadata), ref));
    parts.add(sealing.seal(Part.DATA, "application/json", Json.bytes(data), ref));
    for (int i = 0; i < attachments.size(); i++) {
      parts.add(sealing.seal(Part.attachment(i + 1), "application/pdf", attachments.get(i), ref));
    }
    return new Offer(metadata.envelope(), parts, portalKey);
  }

  private static Envelope envelope(RequestId request, @Nullable String questionId, Instant now) {
    boolean isRequest = questionId == null;
    return new Envelope(
        request,
        isRequest ? SubmissionId.of(request) : new SubmissionId(UUID.randomUUID()),
        isRequest ? SubmissionKind.REQUEST : SubmissionKind.ANSWER,
        Reference.next(Year.of(2026)),
        "anwohnerparkkarte",
        1,
        null,
        "dav",
        "p-1",
        Assurance.LOGIN,
        "de",
        now.truncatedTo(ChronoUnit.SECONDS),
        questionId,
        null);
  }

  Delivery delivery() {
    return new Delivery(
        deliveryId,
        leaseToken,
        leaseToken == null ? null : leaseUntil,
        attempt,
        envelope,
        parts.values().stream().map(SealedPart::part).toList(),
        receipt);
  }
}
