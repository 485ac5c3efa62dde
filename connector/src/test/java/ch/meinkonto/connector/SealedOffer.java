package ch.meinkonto.connector;

import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.contract.Receipts;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.Sealing;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as the portal holds it: sealed for its unit, with a signed receipt. */
final class SealedOffer {

  final DeliveryId deliveryId = new DeliveryId(UUID.randomUUID());
  @Nullable String leaseToken;
  boolean accepted;
  private final Envelope envelope;
  private final List<SealedPart> parts;
  private final String receipt;

  private SealedOffer(Envelope envelope, List<SealedPart> parts, ECKey portalKey) {
    this.envelope = envelope;
    this.parts = parts;
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
                parts.stream().map(SealedPart::partTag).toList(),
                null,
                null),
            portalKey);
  }

  static SealedOffer of(ReceivedRequest request, JWK unitKey, ECKey portalKey) {
    Sealing sealing = Sealing.forKey(unitKey);
    SubmissionId id = request.id();
    List<SealedPart> parts = new ArrayList<>();
    parts.add(sealing.seal(Part.METADATA, "application/json", Json.bytes(request.metadata()), id));
    parts.add(sealing.seal(Part.DATA, "application/json", Json.bytes(request.answers()), id));
    for (ReceivedAttachment one : request.attachments()) {
      ByteBuffer content = ByteBuffer.wrap(one.content());
      for (String name : one.about().parts()) {
        byte[] fragment = new byte[Math.min(Part.FRAGMENT, content.remaining())];
        content.get(fragment);
        parts.add(sealing.seal(name, one.about().mediaType(), fragment, id));
      }
    }
    return new SealedOffer(request.envelope(), parts, portalKey);
  }

  boolean isOf(RequestId request) {
    return envelope.requestId().equals(request);
  }

  Delivery lease() {
    leaseToken = leaseToken == null ? UUID.randomUUID().toString() : leaseToken;
    return new Delivery(
        deliveryId,
        leaseToken,
        Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.SECONDS),
        1,
        envelope,
        parts.stream().map(SealedPart::part).toList(),
        receipt);
  }

  String jwe(String part) {
    return parts.stream().filter(one -> one.name().equals(part)).findFirst().orElseThrow().jwe();
  }
}
