package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.handover.NotNow;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.ClientOptions;
import org.apache.qpid.protonj2.client.DeliveryState;
import org.apache.qpid.protonj2.client.ErrorCondition;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.StreamDelivery;
import org.apache.qpid.protonj2.client.StreamSender;
import org.apache.qpid.protonj2.client.StreamTracker;
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

  private final Broker broker;
  private final Client client = Client.create(new ClientOptions());
  private @Nullable Links links;
  private volatile boolean closed;

  Line(Broker broker) {
    this.broker = broker;
  }

  /** Returns when the broker has the message safely. */
  void send(String queue, Parcel parcel) throws NotNow {
    send(queue, parcel::writeTo);
  }

  /** The same of what is held anyway. */
  void send(String queue, Message<byte[]> message) throws NotNow {
    send(queue, sender -> sender.send(message));
  }

  private interface Way {
    StreamTracker on(StreamSender sender) throws ClientException, IOException;
  }

  private synchronized void send(String queue, Way way) throws NotNow {
    DeliveryState state =
        call(() -> {
          StreamTracker tracker = way.on(links().sender(queue));
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
    return call(() -> links().next(queue, patience));
  }

  /** Something with the broker. */
  interface Call<T> {
    T make() throws ClientException, IOException, InterruptedException, NotNow;
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
    } catch (InterruptedException e) {
      drop();
      Thread.currentThread().interrupt();
      throw new NotNow("interrupted");
    }
  }

  private String reason(Exception failure) {
    return broker.address()
        + switch (failure) {
          case ClientConnectionSecurityException _ -> " does not let the connector in";
          case ClientOperationTimedOutException _ -> " gives no answer in time";
          case ClientLinkRemotelyClosedException e ->
              " refuses the queue" + condition(e.getErrorCondition());
          default -> " cannot be reached, or broke off";
        };
  }

  private static String condition(@Nullable ErrorCondition condition) {
    return condition == null ? "" : " (" + condition.condition() + ")";
  }

  private Links links() throws ClientException, NotNow, IOException {
    Links known = links;
    if (known == null) {
      known = new Links(client, broker);
      links = known;
    }
    return known;
  }

  private void drop() {
    Links known = links;
    links = null;
    if (known != null) {
      known.close();
    }
  }

  /** Whatever waits for the broker breaks off. */
  @Override
  public void close() {
    closed = true;
    var _ = client.closeAsync();
  }
}
