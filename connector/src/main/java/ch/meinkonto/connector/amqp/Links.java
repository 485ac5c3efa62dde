package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.handover.NotNow;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.StreamDelivery;
import org.apache.qpid.protonj2.client.StreamReceiver;
import org.apache.qpid.protonj2.client.StreamReceiverOptions;
import org.apache.qpid.protonj2.client.StreamSender;
import org.apache.qpid.protonj2.client.StreamSenderOptions;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.qpid.protonj2.client.exceptions.ClientOperationTimedOutException;
import org.jspecify.annotations.Nullable;

/** One connection to the broker, and the links to queues that were opened on it. */
final class Links {

  private static final String QUEUE = "queue"; // what Artemis calls its anycast addresses

  /** What the broker has not read yet, in bytes; nothing more is written meanwhile. */
  private static final int MOST_UNDER_WAY = 1024 * 1024;

  private final Duration timeout;
  private final Connection connection;
  private final Map<String, StreamSender> senders = new HashMap<>();
  private @Nullable StreamReceiver receiver;

  /** Whether the broker was told to send a message, and none has come. */
  private boolean asked;

  /** Starts to connect. */
  Links(Client client, Broker broker) throws ClientException, NotNow, IOException {
    timeout = broker.timeout();
    connection = client.connect(broker.address().getHost(), broker.port(), broker.options());
  }

  StreamSender sender(String queue) throws ClientException, InterruptedException {
    StreamSender known = senders.get(queue);
    if (known != null) {
      return known;
    }
    await(connection.openFuture());
    StreamSenderOptions options = new StreamSenderOptions();
    options.sendTimeout(timeout.toMillis());
    options.pendingWritesBufferSize(MOST_UNDER_WAY);
    options.targetOptions().capabilities(QUEUE);
    StreamSender opened = connection.openStreamSender(queue, options);
    await(opened.openFuture());
    senders.put(queue, opened);
    return opened;
  }

  /**
   * The next message, if one comes in time. The broker sends it when it is asked for, and no other:
   * one that came along would be heard before the first, if that had to go back.
   */
  Optional<StreamDelivery> next(String queue, Duration patience)
      throws ClientException, InterruptedException {
    StreamReceiver open = receiver(queue);
    if (!asked) {
      open.addCredit(1);
      asked = true;
    }
    StreamDelivery delivery = open.receive(patience.toMillis(), TimeUnit.MILLISECONDS);
    asked = delivery == null;
    return Optional.ofNullable(delivery);
  }

  private StreamReceiver receiver(String queue) throws ClientException, InterruptedException {
    StreamReceiver known = receiver;
    if (known == null) {
      await(connection.openFuture());
      StreamReceiverOptions options = new StreamReceiverOptions();
      options.autoAccept(false);
      options.creditWindow(0);
      options.sourceOptions().capabilities(QUEUE);
      known = connection.openStreamReceiver(queue, options);
      await(known.openFuture());
      receiver = known;
    }
    return known;
  }

  private void await(Future<?> opened) throws ClientException, InterruptedException {
    try {
      opened.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ClientOperationTimedOutException("not opened in time", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ClientException why
          ? why
          : new ClientException("not opened", e);
    }
  }

  void close() {
    var _ = connection.closeAsync();
  }
}
