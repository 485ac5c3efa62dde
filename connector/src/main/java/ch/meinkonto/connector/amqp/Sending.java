package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.handover.Description;
import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.connector.handover.Whole;
import ch.meinkonto.connector.mapping.MappingFailed;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.mapping.Written;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/**
 * Puts a submission into the queue: its attachments first, each a message of its own, then the
 * message that is the submission. Whoever has that has all. A broker that detects duplicates stores
 * each once, however often it is sent. Properties say nothing about the resident: brokers show and
 * log them.
 */
final class Sending implements Handover.Way {

  /** By this property Artemis knows a message again. */
  static final String DUPLICATE = "_AMQ_DUPL_ID";

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
    Whole.check(request);
    try {
      for (Message<byte[]> message : messages(request)) {
        line.send(queue, message);
      }
      return Outcome.accepted();
    } catch (ClientException e) {
      throw new NotNow("a message cannot be made (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private List<Message<byte[]>> messages(ReceivedRequest request)
      throws MappingFailed, ClientException {
    Written written = mappings.write(request, Description.of(request));
    List<Message<byte[]>> messages = new ArrayList<>();
    for (ReceivedAttachment attachment : request.attachments()) {
      int number = messages.size() + 1;
      messages.add(
          message(
                  request,
                  request.id() + "/" + number,
                  "attachment",
                  attachment.about().mediaType(),
                  attachment.content())
              .property("number", number));
    }
    messages.add(
        message(
                request,
                request.id().toString(),
                kind(request),
                written.format().mediaType(),
                written.content())
            .property("attachments", request.attachments().size()));
    return messages;
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

  private static Message<byte[]> message(
      ReceivedRequest request, String id, String kind, String type, byte[] content)
      throws ClientException {
    return Message.create(content)
        .durable(true)
        .messageId(id)
        .correlationId(request.id().toString())
        .subject(request.envelope().service())
        .groupId(request.envelope().reference().value())
        .contentType(type)
        .property(DUPLICATE, id)
        .property("kind", kind)
        .property("submission", request.id().toString())
        .property("reference", request.envelope().reference().value());
  }
}
