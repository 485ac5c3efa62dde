package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.handover.Bundle;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Tls;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.paper.Labels;
import ch.meinkonto.connector.paper.Paper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.ws.soap.SoapVersion;

/** The way to a web service in a test, without the rest of the connector. */
final class SoapRig implements AutoCloseable {

  final SetAside aside = new SetAside("fundbuero");
  final Handover handover;
  private final Exchange exchange;

  SoapRig(Service service, Path root, Disk disk) throws ChannelRefused, IOException {
    exchange = new Exchange(service);
    Bundle bundle = new Bundle(new Paper(new Labels("http://none")), Mappings.none());
    Consignments consignments = new Consignments(bundle, new Frame(service, Clock.systemUTC()));
    handover =
        new Handover(
            "fundbuero",
            Ledger.open(root.resolve("handed-over.jsonl"), disk),
            new Sending(consignments, exchange, aside));
  }

  static Service service(WebService target, SoapVersion version, Optional<Login> login) {
    return service(URI.create(target.address()), version, login, Duration.ofSeconds(5));
  }

  static Service service(
      URI address, SoapVersion version, Optional<Login> login, Duration timeout) {
    return new Service(
        address,
        version,
        "mein-konto",
        "T1-fundbuero",
        true,
        login,
        new Tls(Optional.empty(), Optional.empty(), Optional.empty()),
        timeout);
  }

  @Override
  public void close() {
    exchange.close();
  }
}
