package ch.meinkonto.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.integration.dsl.context.IntegrationFlowContext;
import org.springframework.stereotype.Component;

/** The units that are served now; follows the file while running. */
@Component
class Connections implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Connections.class);

  private final ConnectorSettings settings;
  private final IntegrationFlowContext flows;
  private final Map<String, OpenConnection> open = new LinkedHashMap<>();
  private final Map<String, Trouble> refusals = new LinkedHashMap<>();

  Connections(ConnectorSettings settings, IntegrationFlowContext flows) {
    this.settings = settings;
    this.flows = flows;
  }

  /** Closes what is no longer wanted and opens what is not open yet; one unit stops no other. */
  synchronized void follow(List<Connection> wanted) {
    for (OpenConnection one : List.copyOf(open.values())) {
      if (!wanted.contains(one.connection()) || one.hasOtherKeysNow()) {
        close(one);
      }
    }
    refusals.keySet().retainAll(wanted.stream().map(Connection::unit).toList());
    wanted.stream().filter(one -> !open.containsKey(one.unit())).forEach(this::open);
  }

  private void open(Connection connection) {
    Trouble refusal =
        refusals.computeIfAbsent(
            connection.unit(), unit -> new Trouble(log, unit + ": can be served again"));
    try {
      open.put(connection.unit(), OpenConnection.open(connection, settings, flows));
      refusal.none();
      log.info("{}: serving it, {}", connection.unit(), connection.plan());
    } catch (ChannelRefused e) {
      refusal.because(String.valueOf(e.getMessage()));
    }
  }

  private void close(OpenConnection connection) {
    open.remove(connection.connection().unit());
    connection.close();
    log.info("{}: no longer served like this", connection.connection().unit());
  }

  /** Whether no unit could be opened. */
  synchronized boolean isEmpty() {
    return open.isEmpty();
  }

  /** How all units that should be served are doing. */
  synchronized List<Health.Unit> health() {
    List<Health.Unit> units = new ArrayList<>();
    open.forEach(
        (id, one) -> units.add(new Health.Unit(id, one.trouble().orElse(""), one.counts())));
    refusals.forEach((id, refusal) -> {
      if (!open.containsKey(id)) {
        units.add(new Health.Unit(id, refusal.current().orElse(""), new Counts()));
      }
    });
    return units;
  }

  @Override
  public synchronized void destroy() {
    List.copyOf(open.values()).forEach(this::close);
  }
}
