package ch.meinkonto.connector.soap;

import java.net.URI;
import java.net.http.HttpClient;
import org.springframework.ws.transport.WebServiceConnection;
import org.springframework.ws.transport.WebServiceMessageSender;

/** The line to a service: one call for each message. */
record Line(HttpClient http, Service service) implements WebServiceMessageSender {

  @Override
  public WebServiceConnection createConnection(URI uri) {
    return new Call(http, service);
  }

  /** There is one address, and it stands in the file. */
  @Override
  public boolean supports(URI uri, UriSource source) {
    return true;
  }
}
