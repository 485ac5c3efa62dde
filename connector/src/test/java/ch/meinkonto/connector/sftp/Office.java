package ch.meinkonto.connector.sftp;

import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.SmallPortal;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.TickingClock;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.paper.Labels;
import ch.meinkonto.unit.Retry;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A unit with its server, between a small portal and the channel under test. */
final class Office implements AutoCloseable {

  static final Duration SETTLE = Duration.ofSeconds(2);
  private static final Retry QUICK = new Retry(2, Duration.ofMillis(1), Duration.ofMillis(2));
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  final TickingClock clock = new TickingClock();
  final UnitServer server;
  final SmallPortal portal;
  private final UnitKeys keys = UnitKeys.generate(Samples.UNIT);
  private final Unit unit;
  private final Path own;
  private final Login login;

  Office(Path root) throws IOException {
    own = root.resolve("data");
    server = new UnitServer(root.resolve("server"));
    portal = new SmallPortal(keys::publicJwks);
    unit = Unit.connect(UnitSettings.of(portal.address(), keys).withRetry(QUICK));
    login = new Login(UnitServer.USER, server.privateKey(root.resolve("id_connector")), null, null);
  }

  /** A folder of its own on the server, empty at first. */
  UnitFolder folder(String name) throws IOException {
    return new UnitFolder(Files.createDirectories(server.root.resolve(name)));
  }

  SftpPlan plan(String folder) {
    return plan(folder, login, new HostKeys(null, List.of(server.fingerprint())), server.port());
  }

  Login login() {
    return login;
  }

  static SftpPlan plan(String folder, Login login, HostKeys hostKeys, int port) {
    return new SftpPlan(
        new SftpPlan.Address("localhost", port, "/" + folder),
        login,
        hostKeys,
        true,
        new SftpPlan.Rhythm(SETTLE, Duration.ofMillis(50), TIMEOUT),
        Mappings.none());
  }

  Surroundings around(String notes) {
    return new Surroundings(
        Samples.UNIT, unit, own.resolve(notes), new Labels("http://none"), new Counts(), clock);
  }

  /** The channel of a connector that has just started. */
  SftpChannel start(SftpPlan plan) throws Exception {
    return SftpChannel.open(plan, around("notes"), new Server(plan), new ForcedDisk());
  }

  SftpChannel start(SftpPlan plan, String notes, FailingStore store, Disk disk) throws Exception {
    return SftpChannel.open(plan, around(notes), store, disk);
  }

  @Override
  public void close() throws IOException {
    unit.close();
    portal.close();
    server.close();
  }
}
