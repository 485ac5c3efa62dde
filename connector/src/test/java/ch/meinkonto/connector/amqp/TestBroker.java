package ch.meinkonto.connector.amqp;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.ReceiverOptions;

/** A real Artemis with a journal, and a look into its queues. */
final class TestBroker implements AutoCloseable {

  static final String REQUESTS = "wvz.antraege";
  static final String ANSWERS = "wvz.meldungen";
  static final String REFUSED = "wvz.fehler";
  static final String USER = "konto";
  static final String PASSWORD = "geheim-4711";

  static {
    // Since Java 25 Netty frees no buffers of others any more, and Artemis has it free its own.
    System.setProperty("io.netty.noUnsafe", "false");
  }

  private final Path folder;
  private final String acceptor;
  private final int port;
  private EmbeddedActiveMQ server;

  /** Whether it stores a message and closes the line before it says so. */
  private volatile boolean mute;

  TestBroker(Path folder) throws Exception {
    this(folder, "");
  }

  /** With more about its acceptor: {@code ;sslEnabled=true;…}. */
  TestBroker(Path folder, String more) throws Exception {
    this.folder = folder;
    this.port = freePort();
    this.acceptor = "tcp://localhost:" + port + "?protocols=AMQP" + more;
    this.server = start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  void mute(boolean on) {
    mute = on;
  }

  private EmbeddedActiveMQ start() throws Exception {
    Configuration configuration =
        new ConfigurationImpl()
            .setPersistenceEnabled(true)
            .setJournalType(JournalType.NIO)
            .setJournalDirectory(folder.resolve("journal").toString())
            .setBindingsDirectory(folder.resolve("bindings").toString())
            .setLargeMessagesDirectory(folder.resolve("large").toString())
            .setPagingDirectory(folder.resolve("paging").toString())
            .setJMXManagementEnabled(false)
            .setSecurityEnabled(true)
            .addAcceptorConfiguration("amqp", acceptor);
    for (String queue : List.of(REQUESTS, ANSWERS, REFUSED)) {
      configuration.addQueueConfiguration(
          QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST));
    }
    EmbeddedActiveMQ started =
        new EmbeddedActiveMQ().setConfiguration(configuration).setSecurityManager(new OneUser());
    started.start();
    started.getActiveMQServer().waitForActivation(10, TimeUnit.SECONDS);
    started.getActiveMQServer().registerBrokerPlugin(new Mute());
    return started;
  }

  /** The unit, and nobody else. */
  private static final class OneUser implements ActiveMQSecurityManager {
    @Override
    public boolean validateUser(String user, String password) {
      return USER.equals(user) && PASSWORD.equals(password);
    }

    @Override
    public boolean validateUserAndRole(
        String user, String password, Set<Role> roles, CheckType checkType) {
      return validateUser(user, password);
    }
  }

  /** Closes the line of whoever sent something that is stored now. */
  private final class Mute implements ActiveMQServerPlugin {
    @Override
    public void afterSend(
        ServerSession session,
        Transaction transaction,
        org.apache.activemq.artemis.api.core.Message message,
        boolean direct,
        boolean noAutoCreateQueue,
        RoutingStatus result) {
      if (mute && result == RoutingStatus.OK && REQUESTS.equals(message.getAddress())) {
        session.getRemotingConnection().getTransportConnection().forceClose();
      }
    }
  }

  void stop() throws Exception {
    server.stop();
  }

  boolean isUp() {
    return server.getActiveMQServer() != null && server.getActiveMQServer().isStarted();
  }

  void startAgain() throws Exception {
    server = start();
  }

  /** What is taken out of a queue. */
  @SuppressWarnings("ArrayRecordComponent") // looked at, never compared
  record Taken(Map<String, Object> properties, String group, boolean durable, byte[] body) {
    String text(String property) {
      return String.valueOf(properties.get(property));
    }
  }

  List<Taken> drain(String queue) throws Exception {
    List<Taken> taken = new ArrayList<>();
    try (Client client = Client.create();
        Connection connection = connect(client);
        Receiver receiver =
            connection.openReceiver(
                queue, new ReceiverOptions().autoAccept(false).creditWindow(0))) {
      receiver.addCredit(1_000);
      receiver.drain().get(20, TimeUnit.SECONDS);
      Delivery delivery = receiver.tryReceive();
      while (delivery != null) {
        Message<byte[]> message = delivery.message();
        Map<String, Object> properties = new HashMap<>();
        message.forEachProperty(properties::put);
        taken.add(
            new Taken(
                properties,
                String.valueOf(message.groupId()),
                message.durable(),
                message.body() == null ? new byte[0] : message.body()));
        delivery.accept();
        delivery = receiver.tryReceive();
      }
    }
    return taken;
  }

  /** How many messages are in a queue. */
  long messages(String queue) {
    return server.getActiveMQServer().locateQueue(queue).getMessageCount();
  }

  void send(String queue, Message<?> message) throws Exception {
    try (Client client = Client.create();
        Connection connection = connect(client)) {
      connection.openSender(queue).send(message).awaitAccepted(10, TimeUnit.SECONDS);
    }
  }

  private Connection connect(Client client) throws Exception {
    return client.connect(
        "localhost",
        port,
        new ConnectionOptions().user(USER).password(PASSWORD).openTimeout(5_000));
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
