package ch.meinkonto.connector.soap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PushbackInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.Locale;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.springframework.ws.WebServiceMessage;
import org.springframework.ws.WebServiceMessageFactory;
import org.springframework.ws.soap.saaj.SaajSoapMessage;
import org.springframework.ws.transport.FaultAwareWebServiceConnection;
import org.springframework.ws.transport.TransportInputStream;

/**
 * One call over HTTP. Nothing that is sent is held, and no endless answer is read. What the service
 * writes beside the status is not repeated.
 */
final class Call implements FaultAwareWebServiceConnection {

  static final int LARGEST = 32 * 1024 * 1024;

  private final HttpClient http;
  private final Service service;
  private @Nullable HttpResponse<InputStream> answer;

  Call(HttpClient http, Service service) {
    this.http = http;
    this.service = service;
  }

  @Override
  public void send(WebServiceMessage message) throws IOException {
    try {
      answer =
          http.send(
              new Posting(service, (SaajSoapMessage) message).request(),
              BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private HttpResponse<InputStream> answer() throws IOException {
    HttpResponse<InputStream> came = answer;
    if (came == null) {
      throw new IOException("nothing was sent");
    }
    return came;
  }

  /** Nothing, if there is nothing in it. */
  @Override
  public @Nullable WebServiceMessage receive(WebServiceMessageFactory messages) throws IOException {
    PushbackInputStream body = new PushbackInputStream(new Limited(answer().body()));
    int first = body.read();
    if (first < 0) {
      return null;
    }
    body.unread(first);
    return messages.createWebServiceMessage(new Received(body, answer()));
  }

  @Override
  public boolean hasError() throws IOException {
    return answer().statusCode() / 100 != 2;
  }

  @Override
  public String getErrorMessage() throws IOException {
    return "HTTP [%d]".formatted(answer().statusCode());
  }

  /** SOAP 1.1 has 500 for its faults; SOAP 1.2 400, too, for the sender's. */
  @Override
  public boolean hasFault() throws IOException {
    String type = answer().headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    boolean newer = type.contains("application/soap+xml");
    return switch (answer().statusCode()) {
      case 500 -> newer || type.contains("text/xml");
      case 400 -> newer;
      default -> false;
    };
  }

  @Override
  public void setFaultCode(@Nullable QName code) {
    // only who answers says something by it
  }

  @Override
  public URI getUri() {
    return service.address();
  }

  @Override
  public void close() throws IOException {
    if (answer != null) {
      answer.body().close();
    }
  }

  private static final class Received extends TransportInputStream {

    private final InputStream body;
    private final HttpResponse<?> answer;

    Received(InputStream body, HttpResponse<?> answer) {
      this.body = body;
      this.answer = answer;
    }

    @Override
    protected InputStream createInputStream() {
      return body;
    }

    @Override
    public Iterator<String> getHeaderNames() {
      return answer.headers().map().keySet().iterator();
    }

    @Override
    public Iterator<String> getHeaders(String name) {
      return answer.headers().allValues(name).iterator();
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
