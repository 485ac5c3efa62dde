package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/** The message broker that offices share: an Artemis that keeps what it has over a restart. */
final class AmqpBroker implements AutoCloseable {

  static final String USER = "konto";
  private static final int JOURNAL_FILE = 1024 * 1024;

  static {
    // Since Java 25 Netty frees no buffers of others any more, and Artemis has it free its own.
    System.setProperty("io.netty.noUnsafe", "false");
  }

  private final int port;
  private final String password;
  private final EmbeddedActiveMQ server;
  private final Set<String> down = new HashSet<>();

  private AmqpBroker(int port, String password, EmbeddedActiveMQ server) {
    this.port = port;
    this.password = password;
    this.server = server;
  }

  /** Whoever reads the password in the folder may come in. */
  static AmqpBroker start(Path folder, int port) {
    try {
      var password = Disk.secret(folder.resolve("password"));
      var configuration =
          new ConfigurationImpl()
              .setJournalType(JournalType.NIO)
              .setJournalFileSize(JOURNAL_FILE)
              .setJournalDirectory(folder.resolve("journal").toString())
              .setBindingsDirectory(folder.resolve("bindings").toString())
              .setLargeMessagesDirectory(folder.resolve("large").toString())
              .setPagingDirectory(folder.resolve("paging").toString())
              .setJMXManagementEnabled(false)
              .addAcceptorConfiguration("amqp", "tcp://localhost:" + port + "?protocols=AMQP");
      var server =
          new EmbeddedActiveMQ()
              .setConfiguration(configuration)
              .setSecurityManager(new OnePassword(password));
      start(server);
      return new AmqpBroker(port, password, server);
    } catch (Exception e) { // as Artemis declares it
      throw new IllegalStateException("The broker does not start", e);
    }
  }

  void queues(String... names) {
    for (var name : List.of(names)) {
      try {
        server
            .getActiveMQServer()
            .createQueue(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST), true);
      } catch (Exception e) { // as Artemis declares it
        throw new IllegalStateException("There is no queue " + name, e);
      }
    }
  }

  /** Stops as long as one of its offices is down; what it has, it keeps. */
  synchronized void keepDown(String unit, boolean down) {
    var wasUp = this.down.isEmpty();
    if (down ? !this.down.add(unit) : !this.down.remove(unit)) {
      return;
    }
    try {
      if (wasUp) {
        server.stop();
      } else if (this.down.isEmpty()) {
        start(server);
      }
    } catch (Exception e) { // as Artemis declares it
      throw new IllegalStateException("The broker does not stop or start", e);
    }
  }

  private static void start(EmbeddedActiveMQ server) throws Exception {
    server.start();
    server.getActiveMQServer().waitForActivation(10, TimeUnit.SECONDS);
  }

  Connection connect(Client client) throws ClientException {
    return client.connect("localhost", port, new ConnectionOptions().user(USER).password(password));
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) { // as Artemis declares it
      throw new IOException(e);
    }
  }

  private record OnePassword(String password) implements ActiveMQSecurityManager {
    @Override
    public boolean validateUser(String user, String given) {
      return USER.equals(user) && password.equals(given);
    }

    @Override
    public boolean validateUserAndRole(
        String user, String given, Set<Role> roles, CheckType checkType) {
      return validateUser(user, given);
    }
  }
}
