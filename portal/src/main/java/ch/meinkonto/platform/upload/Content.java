package ch.meinkonto.platform.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.web.multipart.MultipartFile;

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

  /** Of a file that came with a form, as long as its request lasts. */
  static Content of(MultipartFile file) {
    return new Content() {
      @Override
      public long size() {
        return file.getSize();
      }

      @Override
      public InputStream open() {
        try {
          return file.getInputStream();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }
}
