package ch.meinkonto.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.SmallJava;
import ch.meinkonto.connector.handover.ForcedDisk;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ws.soap.SoapVersion;

/** An attachment that is larger than the memory reaches the service. */
class LargeMessageTest {

  private static final Pattern ID = Pattern.compile(":?messageId>([^<]+)</");
  private final AtomicLong came = new AtomicLong();
  @TempDir private Path root;

  @Test
  void isNeverHeldWhole() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/soap", this::take);
    server.start();
    try {
      String address =
          "http://%s:%d/soap"
              .formatted(
                  server.getAddress().getAddress().getHostAddress(), server.getAddress().getPort());
      assertThat(SmallJava.run(LargeMessageTest.class, address, root.toString()))
          .isEqualTo("=Accepted[]");
      assertThat(came.get()).isGreaterThan(SmallJava.LARGE);
    } finally {
      server.stop(0);
    }
  }

  private void take(HttpExchange call) throws IOException {
    try (call) {
      InputStream body = call.getRequestBody();
      byte[] begin = body.readNBytes(64 * 1024);
      came.set(begin.length + body.transferTo(OutputStream.nullOutputStream()));
      var id = ID.matcher(new String(begin, UTF_8));
      byte[] answer =
          """
          <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>
          <deliverResponse xmlns="https://meinkonto.ch/soap/exchange/1"><header>
          <referenceMessageId>%s</referenceMessageId></header><taken/></deliverResponse>
          </s:Body></s:Envelope>
          """
              .formatted(id.find() ? id.group(1) : "")
              .getBytes(UTF_8);
      call.getResponseHeaders().set("Content-Type", "application/soap+xml; charset=utf-8");
      call.sendResponseHeaders(200, answer.length);
      call.getResponseBody().write(answer);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Service service =
        SoapRig.service(
            URI.create(arguments[0]), SoapVersion.SOAP_12, Optional.empty(), Duration.ofMinutes(1));
    try (SoapRig rig = new SoapRig(service, Path.of(arguments[1]), new ForcedDisk())) {
      System.out.println("=" + rig.handover.take(Samples.lostUmbrella(Samples.large())));
      rig.handover.trouble().current().ifPresent(why -> System.out.println("=" + why));
    }
    System.exit(0);
  }
}
