package ch.meinkonto.connector.handover;

import ch.meinkonto.unit.ReceivedAttachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file that is handed over, perhaps too many to hold. Each opening begins anew. */
public interface Content {

  /** How many they are. */
  long size();

  /** From the first byte on; whoever opens it closes it. */
  InputStream open() throws IOException;

  /** All of them, where they have to be held. */
  default byte[] bytes() throws IOException {
    try (InputStream in = open()) {
      return in.readAllBytes();
    }
  }

  /** Of what is held anyway; not copied. */
  static Content of(byte[] bytes) {
    return new Content() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }

  /** Of an attachment, as long as its request is handed over. */
  static Content of(ReceivedAttachment attachment) {
    return new Content() {
      @Override
      public long size() {
        return attachment.size();
      }

      @Override
      public InputStream open() throws IOException {
        return attachment.open();
      }
    };
  }
}
