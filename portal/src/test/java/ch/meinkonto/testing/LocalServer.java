package ch.meinkonto.testing;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Whatever the portal calls over HTTP, in the tests' process and on a port of its own. */
public final class LocalServer implements AutoCloseable {

  private final HttpServer server;

  private LocalServer(HttpServer server) {
    this.server = server;
  }

  /** Lets this handler answer what comes to the path and beneath; each exchange ends with it. */
  public static LocalServer start(String path, HttpHandler handler) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          path,
          exchange -> {
            try (exchange) {
              handler.handle(exchange);
            }
          });
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return new LocalServer(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** An address at it. */
  public String address(String path) {
    return "http://localhost:" + port() + path;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
