package ch.meinkonto.connector;

import ch.meinkonto.connector.paper.Labels;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.context.IntegrationFlowContext;

/** One unit's connection at work: the flows of its channel, and the intake that feeds them. */
final class OpenConnection implements AutoCloseable {

  private final Connection connection;
  private final IntegrationFlowContext flows;
  private final Unit unit;
  private final Channel channel;
  private final Counts counts;
  private final Intake intake;
  private final @Nullable OfferFiles offers;
  private final UnitKeys keys;

  private OpenConnection(
      Connection connection,
      UnitKeys keys,
      IntegrationFlowContext flows,
      Unit unit,
      Channel channel,
      Counts counts) {
    this.connection = connection;
    this.keys = keys;
    this.flows = flows;
    this.unit = unit;
    this.channel = channel;
    this.counts = counts;
    Path folder = connection.offers();
    this.offers = folder == null ? null : new OfferFiles(connection.unit(), folder, unit.offers());
    MessagingTemplate inward = inward();
    this.intake = new Intake(connection.unit(), unit, request -> ask(inward, request), counts);
  }

  static OpenConnection open(
      Connection connection, ConnectorSettings settings, IntegrationFlowContext flows)
      throws ChannelRefused {
    String id = connection.unit();
    UnitKeys keys = Keys.of(id, connection.keys(), settings.publicKeys(id));
    UnitSettings access = UnitSettings.of(settings.portal(), keys).withLease(settings.lease());
    Unit unit = Unit.connect(access);
    Counts counts = new Counts();
    try {
      Channel channel =
          connection
              .plan()
              .open(
                  new Surroundings(
                      id,
                      unit,
                      settings.own(id),
                      new Labels(access.issuer()),
                      counts,
                      Clock.systemUTC()));
      OpenConnection open = new OpenConnection(connection, keys, flows, unit, channel, counts);
      open.start();
      return open;
    } catch (ChannelRefused e) {
      unit.close();
      throw e;
    }
  }

  private MessagingTemplate inward() {
    return flows
        .registration(channel.inward())
        .id(connection.unit() + ".inward")
        .register()
        .getMessagingTemplate();
  }

  private void start() {
    Optional<IntegrationFlow> outward = channel.outward();
    outward.ifPresent(flow -> flows.registration(flow).id(outwardId()).register());
    intake.start();
    if (offers != null) {
      offers.start();
    }
  }

  private static Outcome ask(MessagingTemplate inward, ReceivedRequest request) {
    return Objects.requireNonNull(
        inward.convertSendAndReceive(request, Outcome.class), "the channel's outcome");
  }

  private String outwardId() {
    return connection.unit() + ".outward";
  }

  /** Whether the unit's keys were changed on disk; what cannot be read is no change. */
  boolean hasOtherKeysNow() {
    try {
      UnitKeys now = UnitKeys.read(connection.unit(), connection.keys());
      return !now.privateJwks().toString(false).equals(keys.privateJwks().toString(false));
    } catch (IOException e) {
      return false;
    }
  }

  Connection connection() {
    return connection;
  }

  Counts counts() {
    return counts;
  }

  /** What is wrong now, between the portal and here or between here and the unit's system. */
  Optional<String> trouble() {
    return intake.portal().current().or(channel::trouble);
  }

  @Override
  public void close() {
    intake.close();
    if (offers != null) {
      offers.close();
    }
    if (flows.getRegistrationById(outwardId()) != null) {
      flows.remove(outwardId());
    }
    unit.close();
    flows.remove(connection.unit() + ".inward");
    channel.close();
  }
}
