package ch.meinkonto.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A piece of network: passes each connection on to the next of its ports that takes it. It can be
 * cut.
 */
final class Relay implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Integer> ports;
  private volatile boolean cut;

  Relay(List<Integer> ports) throws IOException {
    this.ports = ports;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  URI address() {
    return URI.create("http://localhost:" + port());
  }

  /** Leads elsewhere from now on. */
  void leadTo(int port) {
    ports = List.of(port);
  }

  /** All connections break off, and there are no new ones. */
  void cut() throws IOException {
    cut = true;
    for (var one : open) {
      one.close();
    }
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var caller = door.accept();
        Thread.ofVirtual().start(() -> pass(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket caller) {
    try (caller;
        var called = connect()) {
      open.add(caller);
      open.add(called);
      if (!cut) {
        var back = Thread.ofVirtual().start(() -> copy(called, caller));
        copy(caller, called);
        back.join();
      }
    } catch (IOException gone) {
      // so is the caller's connection
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.removeIf(Socket::isClosed);
    }
  }

  private Socket connect() throws IOException {
    var first = turn.getAndIncrement();
    var choice = ports;
    for (var i = 0; i < choice.size() && !cut; i++) {
      var port = choice.get(Math.floorMod(first + i, choice.size()));
      var socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        return socket;
      } catch (IOException away) {
        socket.close();
      }
    }
    throw new IOException("Nobody is there");
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      // as it should be
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
