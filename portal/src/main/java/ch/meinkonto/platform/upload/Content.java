package ch.meinkonto.platform.upload;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** The bytes of a file, which may be too many to hold them all. Each opening begins anew. */
public interface Content {

  /** How many they are. */
  long size();

  /** From the first byte on; whoever opens it closes it. */
  InputStream open();

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
}
