package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.handover.Content;
import ch.meinkonto.contract.Envelope;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.apache.qpid.protonj2.client.OutputStreamOptions;
import org.apache.qpid.protonj2.client.StreamSender;
import org.apache.qpid.protonj2.client.StreamSenderMessage;
import org.apache.qpid.protonj2.client.StreamTracker;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.qpid.protonj2.types.messaging.Data;

/**
 * A message for the unit's system, whose content is read while it is sent. Properties say nothing
 * about the resident: brokers show and log them.
 *
 * @param about what it belongs to
 * @param id the same each time it is sent
 * @param type media type of the content
 * @param more properties of this kind
 */
record Parcel(Envelope about, String id, String type, Map<String, Object> more, Content content) {

  /** By this property Artemis knows a message again. */
  static final String DUPLICATE = "_AMQ_DUPL_ID";

  /** Returns when all of it is on its way. */
  StreamTracker writeTo(StreamSender sender) throws ClientException, IOException {
    StreamSenderMessage message = sender.beginMessage();
    describe(message);
    if (content.size() == 0) {
      message.addBodySection(new Data(new byte[0]));
      return message.complete().tracker();
    }
    OutputStreamOptions whole =
        new OutputStreamOptions().bodyLength(Math.toIntExact(content.size()));
    try (InputStream from = content.open();
        OutputStream to = message.body(whole)) {
      from.transferTo(to);
    }
    return message.tracker();
  }

  private void describe(StreamSenderMessage message) throws ClientException {
    String submission = about.submissionId().toString();
    message.durable(true);
    message.messageId(id);
    message.correlationId(submission);
    message.subject(about.service());
    message.groupId(about.reference().value());
    message.contentType(type);
    message.property(DUPLICATE, id);
    message.property("submission", submission);
    message.property("reference", about.reference().value());
    for (Map.Entry<String, Object> property : more.entrySet()) {
      message.property(property.getKey(), property.getValue());
    }
  }

  @Override
  public String toString() {
    return "Parcel[" + id + "]";
  }
}
