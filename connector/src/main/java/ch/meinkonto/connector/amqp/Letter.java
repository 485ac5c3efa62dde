package ch.meinkonto.connector.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.Hash;
import java.io.ByteArrayOutputStream;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.codec.CodecFactory;
import org.apache.qpid.protonj2.codec.DecodeException;
import org.apache.qpid.protonj2.codec.Decoder;
import org.apache.qpid.protonj2.codec.DecoderState;
import org.apache.qpid.protonj2.types.messaging.AmqpValue;
import org.apache.qpid.protonj2.types.messaging.Data;
import org.apache.qpid.protonj2.types.messaging.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A message of the unit's system.
 *
 * @param id names it: the message's own id, or what is in it
 * @param content the text, or whatever it is
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Letter(String id, byte[] content) {

  private static final int LONGEST_ID = 200;

  /**
   * Reads a message as it is on the wire: its text or its bytes; nothing for other kinds of body.
   */
  static Letter read(byte[] encoded) {
    ProtonBuffer buffer = ProtonBufferAllocator.defaultAllocator().copy(encoded);
    Decoder decoder = CodecFactory.getDefaultDecoder();
    DecoderState state = decoder.newDecoderState();
    Object id = null;
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      while (buffer.isReadable()) {
        switch (decoder.readObject(buffer, state)) {
          case Properties properties -> id = properties.getMessageId();
          case Data data -> content.writeBytes(data.getValue());
          case AmqpValue<?> value when value.getValue() instanceof String text ->
              content.writeBytes(text.getBytes(UTF_8));
          default -> {}
        }
        state.reset();
      }
    } catch (DecodeException | ClassCastException | IndexOutOfBoundsException e) {
      content.reset(); // nobody can read it
    }
    byte[] bytes = content.toByteArray();
    return new Letter(name(id, encoded), bytes);
  }

  private static String name(@Nullable Object id, byte[] encoded) {
    String text = String.valueOf(id);
    return id == null || text.isBlank() || text.length() > LONGEST_ID ? Hash.of(encoded) : text;
  }

  /** Says nothing of the content. */
  @Override
  public String toString() {
    return "Letter[" + id + "]";
  }
}
