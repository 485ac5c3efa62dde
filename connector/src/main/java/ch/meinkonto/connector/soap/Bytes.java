package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.handover.Content;
import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The content of a file in a message. */
record Bytes(Content content) implements DataSource {

  @Override
  public InputStream getInputStream() throws IOException {
    return content.open();
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
    return "Bytes[" + content.size() + "]";
  }
}
