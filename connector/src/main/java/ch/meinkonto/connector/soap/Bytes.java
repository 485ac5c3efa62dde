package ch.meinkonto.connector.soap;

import jakarta.activation.DataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The content of a file in a message.
 *
 * @param content not copied
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Bytes(byte[] content) implements DataSource {

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(content);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    throw new IOException("read only");
  }

  @Override
  public String getContentType() {
    return "application/octet-stream";
  }

  @Override
  public String getName() {
    return "";
  }

  @Override
  public String toString() {
    return "Bytes[" + content.length + "]";
  }
}
