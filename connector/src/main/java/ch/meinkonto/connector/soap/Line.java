package ch.meinkonto.connector.soap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import org.springframework.ws.transport.WebServiceConnection;
import org.springframework.ws.transport.http.JdkHttpClientConnection;
import org.springframework.ws.transport.http.JdkHttpClientMessageSender;

/** The line to a service: shows the login with each message, and reads no endless answer. */
final class Line extends JdkHttpClientMessageSender {

  static final int LARGEST = 32 * 1024 * 1024;

  private final HttpClient http;
  private final Service service;

  Line(HttpClient http, Service service) {
    super(http);
    this.http = http;
    this.service = service;
  }

  @Override
  public WebServiceConnection createConnection(URI uri) throws IOException {
    Connection connection = new Connection(http, uri, service);
    if (service.login().isPresent()) {
      connection.addRequestHeader("Authorization", service.login().get().header());
    }
    return connection;
  }

  private static final class Connection extends JdkHttpClientConnection {

    Connection(HttpClient http, URI uri, Service service) {
      super(http, uri, service.timeout());
    }

    /** Nobody asked for it: what is packed may be anything when unpacked. */
    @Override
    protected boolean isGzipResponse() {
      return false;
    }

    /** What the service writes beside the status is not repeated. */
    @Override
    protected String getResponseMessage() {
      return "HTTP";
    }

    @Override
    protected InputStream getRawResponseInputStream() throws IOException {
      return new Limited(super.getRawResponseInputStream());
    }
  }

  private static final class Limited extends FilterInputStream {

    private int left = LARGEST;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int some = super.read(bytes, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException("more than is read");
      }
    }
  }
}
