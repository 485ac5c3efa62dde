package ch.meinkonto.connector.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The line between the connector and a server: it can be cut. */
final class Line implements AutoCloseable {

  /** What is wrong with it. */
  enum Fault {
    NONE,
    CUT,
    /** What is said reaches the server; what it answers to something long does not come back. */
    DEAF,
    /** Takes connections, and never says anything. */
    SILENT
  }

  private static final int LONG = 10_000;

  private final ServerSocket ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int server;
  private volatile Fault fault = Fault.NONE;

  Line(int server) throws IOException {
    this.server = server;
    threads.execute(this::accept);
  }

  int port() {
    return ear.getLocalPort();
  }

  void fault(Fault other) {
    fault = other;
  }

  private void accept() {
    while (!ear.isClosed()) {
      try {
        Socket client = ear.accept();
        threads.execute(() -> connect(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    try (client) {
      switch (fault) {
        case CUT -> {}
        case SILENT -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
        case NONE, DEAF -> connectThrough(client);
      }
    } catch (IOException e) {
      // over
    }
  }

  private void connectThrough(Socket client) throws IOException {
    try (Socket there = new Socket(InetAddress.getLoopbackAddress(), server)) {
      AtomicLong said = new AtomicLong();
      threads.execute(() -> pass(client, there, said));
      answer(there, client, said);
    }
  }

  private static void pass(Socket from, Socket to, AtomicLong said) {
    byte[] some = new byte[4096];
    try {
      InputStream in = from.getInputStream();
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        to.getOutputStream().write(some, 0, n);
        said.addAndGet(n);
      }
      to.close();
    } catch (IOException e) {
      // over
    }
  }

  private void answer(Socket from, Socket to, AtomicLong said) throws IOException {
    byte[] some = new byte[4096];
    InputStream in = from.getInputStream();
    for (int n = in.read(some); n >= 0; n = in.read(some)) {
      if (fault == Fault.DEAF && said.get() > LONG) {
        return;
      }
      to.getOutputStream().write(some, 0, n);
    }
  }

  @Override
  public void close() throws IOException {
    ear.close();
    threads.shutdownNow();
  }
}
