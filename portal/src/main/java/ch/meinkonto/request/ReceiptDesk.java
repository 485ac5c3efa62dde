package ch.meinkonto.request;

import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.contract.Receipts;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.crypto.SigningKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs receipts, and tells whether one that somebody shows was signed here. */
@Component
class ReceiptDesk {

  private final SigningKeys keys;
  private final PortalSettings settings;

  ReceiptDesk(SigningKeys keys, PortalSettings settings) {
    this.keys = keys;
    this.settings = settings;
  }

  /** The portal has received it. */
  String received(Envelope envelope, List<Receipt.PartTag> parts) {
    return sign(Receipt.Kind.RECEIVED, envelope, envelope.receivedAt(), parts, null, null);
  }

  /** The unit has taken it, and says so in the signed event. */
  String taken(Envelope envelope, Map<String, String> tags, String event, Instant now) {
    return sign(
        Receipt.Kind.TAKEN,
        envelope,
        now,
        tags.entrySet().stream()
            .map(part -> new Receipt.PartTag(part.getKey(), part.getValue()))
            .toList(),
        event,
        null);
  }

  /** How a formal delivery went, of which the unit hears in {@code notice}. */
  String delivered(Envelope notice, Receipt.Delivered delivery) {
    return sign(Receipt.Kind.DELIVERY, notice, notice.receivedAt(), List.of(), null, delivery);
  }

  /** The receipt, if the portal signed it. */
  Checked<Receipt> check(String compact) {
    return Receipts.verify(compact, keys.published());
  }

  private String sign(
      Receipt.Kind kind,
      Envelope envelope,
      Instant at,
      List<Receipt.PartTag> parts,
      @Nullable String event,
      Receipt.@Nullable Delivered delivery) {
    return Receipts.sign(
        new Receipt(
            Ids.next().toString(),
            settings.baseUrl().toString(),
            at,
            kind,
            envelope.requestId(),
            envelope.submissionId(),
            envelope.reference(),
            envelope.service(),
            envelope.unit(),
            parts,
            event,
            delivery),
        keys.current());
  }
}
