package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.handover.Content;
import ch.meinkonto.connector.handover.Description;
import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.connector.mapping.MappingFailed;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.mapping.Written;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts a submission into the queue: its attachments first, each a message of its own, then the
 * message that is the submission. Whoever has that has all. A broker that detects duplicates stores
 * each once, however often it is sent.
 */
final class Sending implements Handover.Way {

  private final String queue;
  private final Mappings mappings;
  private final Line line;

  Sending(String queue, Mappings mappings, Line line) {
    this.queue = queue;
    this.mappings = mappings;
    this.line = line;
  }

  @Override
  public Outcome bring(ReceivedRequest request, boolean again) throws NotNow, MappingFailed {
    for (Parcel parcel : parcels(request)) {
      line.send(queue, parcel);
    }
    return Outcome.accepted();
  }

  private List<Parcel> parcels(ReceivedRequest request) throws MappingFailed {
    Written written = mappings.write(request, Description.of(request));
    Envelope envelope = request.envelope();
    List<Parcel> parcels = new ArrayList<>();
    for (ReceivedAttachment attachment : request.attachments()) {
      int number = parcels.size() + 1;
      parcels.add(
          new Parcel(
              envelope,
              request.id() + "/" + number,
              attachment.about().mediaType(),
              Map.of("kind", "attachment", "number", number),
              Content.of(attachment)));
    }
    parcels.add(
        new Parcel(
            envelope,
            request.id().toString(),
            written.format().mediaType(),
            Map.of("kind", kind(request), "attachments", request.attachments().size()),
            Content.of(written.content())));
    return parcels;
  }

  private static String kind(ReceivedRequest request) {
    return switch (request.envelope().kind()) {
      case ANSWER -> "answer";
      case WITHDRAWAL -> "withdrawal";
      case DELIVERY_NOTICE -> "delivery-notice";
      case COPY -> "copy";
      case REQUEST, ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END -> "request";
    };
  }
}
