package ch.meinkonto.platform.upload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * ClamAV's daemon, over its socket: a file is sent in pieces ({@code INSTREAM}, clamd(8)). It knows
 * no TLS, so it is on this machine.
 */
final class Clamd {

  /** A PDF takes some seconds, and longer the larger it is. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long BYTES_A_SECOND = 1024 * 1024;
  private static final int PIECE = 64 * 1024;
  private static final int LONGEST_ANSWER = 1024;

  private final SocketAddress address;

  private Clamd(SocketAddress address) {
    this.address = address;
  }

  /** The daemon that listens there. */
  static Clamd at(String scanner) {
    if (scanner.startsWith("unix:/")) {
      return new Clamd(UnixDomainSocketAddress.of(scanner.substring("unix:".length())));
    }
    var tcp = URI.create(scanner);
    if (!"tcp".equals(tcp.getScheme()) || !"localhost".equals(tcp.getHost()) || tcp.getPort() < 0) {
      throw new IllegalStateException("VIRUS_SCANNER must be unix:/path or tcp://localhost:port");
    }
    return new Clamd(new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getPort()));
  }

  /** What it says of a file, such as {@code stream: OK}. */
  String scan(Content content) throws IOException, InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var channel = SocketChannel.open(address)) {
      return threads
          .submit(() -> talk(channel, content))
          .get(patience(content).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no answer in time", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private static Duration patience(Content content) {
    return PATIENCE.plusSeconds(content.size() / BYTES_A_SECOND);
  }

  /** It may answer before it has heard all, and hang up: that the file is too long. */
  private static String talk(SocketChannel channel, Content content) throws IOException {
    try {
      send(channel, content);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      var answer = answer(channel);
      if (answer.isEmpty()) {
        throw e;
      }
      return answer;
    }
    return answer(channel);
  }

  private static void send(SocketChannel channel, Content content) throws IOException {
    write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(US_ASCII)));
    var piece = new byte[PIECE];
    try (var in = content.open()) {
      for (var length = in.read(piece); length > 0; length = in.read(piece)) {
        write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        write(channel, ByteBuffer.wrap(piece, 0, length));
      }
    }
    write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(0).flip());
  }

  private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Ends with a zero; after it the daemon may hang up rudely. */
  private static String answer(SocketChannel channel) throws IOException {
    var answer = new ByteArrayOutputStream();
    var one = ByteBuffer.allocate(1);
    while (answer.size() < LONGEST_ANSWER && channel.read(one) > 0 && one.get(0) != 0) {
      answer.write(one.get(0));
      one.clear();
    }
    return answer.toString(US_ASCII).strip();
  }
}
