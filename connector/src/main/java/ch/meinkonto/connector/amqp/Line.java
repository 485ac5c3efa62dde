package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.handover.NotNow;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.ClientOptions;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.DeliveryState;
import org.apache.qpid.protonj2.client.ErrorCondition;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.SenderOptions;
import org.apache.qpid.protonj2.client.StreamDelivery;
import org.apache.qpid.protonj2.client.StreamReceiver;
import org.apache.qpid.protonj2.client.StreamReceiverOptions;
import org.apache.qpid.protonj2.client.Tracker;
import org.apache.qpid.protonj2.client.exceptions.ClientConnectionSecurityException;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.qpid.protonj2.client.exceptions.ClientLinkRemotelyClosedException;
import org.apache.qpid.protonj2.client.exceptions.ClientOperationTimedOutException;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the broker, opened when it is needed; after anything went wrong, the next call
 * opens a new one.
 */
final class Line implements AutoCloseable {

  private static final String QUEUE = "queue"; // what Artemis calls its anycast addresses

  private final Broker broker;
  private final Client client = Client.create(new ClientOptions());
  private final Map<String, Sender> senders = new HashMap<>();
  private @Nullable Connection connection;
  private @Nullable StreamReceiver receiver;
  private volatile boolean closed;

  Line(Broker broker) {
    this.broker = broker;
  }

  URI address() {
    return broker.address();
  }

  /** Returns when the broker has the message safely. */
  synchronized void send(String queue, Message<byte[]> message) throws NotNow {
    DeliveryState state =
        call(() -> {
          Tracker tracker = sender(queue).send(message);
          tracker.awaitSettlement(broker.timeout().toMillis(), TimeUnit.MILLISECONDS);
          return tracker.remoteState();
        });
    if (state == null || state.getType() != DeliveryState.Type.ACCEPTED) {
      throw new NotNow(
          "%s does not take it (%s)"
              .formatted(broker.address(), state == null ? "no state" : state.getType()));
    }
  }

  /** The next message, if one comes in time; it has to be settled before there is another. */
  synchronized Optional<StreamDelivery> next(String queue, Duration patience) throws NotNow {
    return call(() ->
        Optional.ofNullable(receiver(queue).receive(patience.toMillis(), TimeUnit.MILLISECONDS)));
  }

  /** Something with the broker. */
  interface Call<T> {
    T make()
        throws ClientException,
            ExecutionException,
            InterruptedException,
            TimeoutException,
            IOException,
            NotNow;
  }

  /** Does something with the broker; if it fails, the connection is given up. */
  synchronized <T> T call(Call<T> call) throws NotNow {
    if (closed) {
      throw new NotNow("the connection is closed");
    }
    try {
      return call.make();
    } catch (ClientException | IOException e) {
      drop();
      throw new NotNow(reason(e));
    } catch (ExecutionException e) {
      drop();
      throw new NotNow(reason(e.getCause()));
    } catch (TimeoutException e) {
      drop();
      throw new NotNow(broker.address() + " gives no answer in time");
    } catch (InterruptedException e) {
      drop();
      Thread.currentThread().interrupt();
      throw new NotNow("interrupted");
    }
  }

  private String reason(@Nullable Throwable failure) {
    return broker.address()
        + switch (failure) {
          case ClientConnectionSecurityException _ -> " does not let the connector in";
          case ClientOperationTimedOutException _ -> " gives no answer in time";
          case ClientLinkRemotelyClosedException e ->
              " refuses the queue" + condition(e.getErrorCondition());
          case null, default -> " cannot be reached, or broke off";
        };
  }

  private static String condition(@Nullable ErrorCondition condition) {
    return condition == null ? "" : " (" + condition.condition() + ")";
  }

  private Sender sender(String queue)
      throws ClientException,
          ExecutionException,
          InterruptedException,
          TimeoutException,
          NotNow,
          IOException {
    Sender known = senders.get(queue);
    if (known != null) {
      return known;
    }
    SenderOptions options = new SenderOptions();
    options.sendTimeout(broker.timeout().toMillis());
    options.targetOptions().capabilities(QUEUE);
    Sender opened = connection().openSender(queue, options);
    await(opened.openFuture());
    senders.put(queue, opened);
    return opened;
  }

  private StreamReceiver receiver(String queue)
      throws ClientException,
          ExecutionException,
          InterruptedException,
          TimeoutException,
          NotNow,
          IOException {
    StreamReceiver known = receiver;
    if (known == null) {
      StreamReceiverOptions options = new StreamReceiverOptions();
      options.autoAccept(false);
      options.creditWindow(1);
      options.sourceOptions().capabilities(QUEUE);
      known = connection().openStreamReceiver(queue, options);
      await(known.openFuture());
      receiver = known;
    }
    return known;
  }

  private Connection connection()
      throws ClientException,
          ExecutionException,
          InterruptedException,
          TimeoutException,
          NotNow,
          IOException {
    Connection known = connection;
    if (known == null) {
      known = client.connect(broker.address().getHost(), broker.port(), broker.options());
      connection = known;
      await(known.openFuture());
    }
    return known;
  }

  private <T> T await(Future<T> opened)
      throws ExecutionException, InterruptedException, TimeoutException {
    return opened.get(broker.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void drop() {
    Connection known = connection;
    connection = null;
    receiver = null;
    senders.clear();
    if (known != null) {
      var _ = known.closeAsync();
    }
  }

  /** Whatever waits for the broker breaks off. */
  @Override
  public void close() {
    closed = true;
    var _ = client.closeAsync();
  }
}
