package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.SimulatorSettings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.springframework.stereotype.Component;

/** The SFTP server of units that have one: an account and a folder each, and no shell. */
@Component
class SftpServer {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private static final Duration EACH_COMMAND = Duration.ofMillis(200);

  private final SimulatorSettings settings;
  private final VirtualFileSystemFactory folders = new VirtualFileSystemFactory();
  private final Map<String, Account> accounts = new HashMap<>();
  private final KeyPairProvider hostKey;
  private final SshServer server;

  private record Account(PublicKey key, Switches switches) {}

  SftpServer(SimulatorSettings settings) throws IOException {
    this.settings = settings;
    this.hostKey = hostKey(settings.offices());
    this.server = SshServer.setUpDefaultServer();
    server.setHost("localhost");
    server.setPort(settings.sftpPort());
    server.setKeyPairProvider(hostKey);
    server.setPasswordAuthenticator(null);
    server.setPublickeyAuthenticator((user, key, _) -> isAccount(user, key));
    var files = new SftpSubsystemFactory();
    files.addSftpEventListener(new Hindrance());
    server.setSubsystemFactories(List.of(files));
    server.setFileSystemFactory(folders);
    server.start();
  }

  private static KeyPairProvider hostKey(Path offices) throws IOException {
    var provider =
        new SimpleGeneratorHostKeyProvider(
            Files.createDirectories(offices).resolve("sftp-host-key"));
    provider.setAlgorithm(KeyUtils.EC_ALGORITHM);
    provider.setKeySize(256);
    return provider;
  }

  private synchronized boolean isAccount(String user, PublicKey key) {
    var known = accounts.get(user);
    return known != null
        && !known.switches().on(Fault.DOWN)
        && KeyUtils.compareKeys(known.key(), key);
  }

  private synchronized Switches switches(String user) {
    return Objects.requireNonNull(accounts.get(user)).switches();
  }

  /** Each command takes its time, or ends the connection. */
  private final class Hindrance implements SftpEventListener {
    @Override
    public void received(ServerSession session, int type, int id) throws IOException {
      var switches = switches(session.getUsername());
      if (switches.on(Fault.DOWN)) {
        session.close(true);
        throw new IOException("The server is down");
      }
      if (switches.on(Fault.SLOW)) {
        LockSupport.parkNanos(EACH_COMMAND.toNanos());
      }
    }
  }

  /**
   * Opens a unit's account. What a technician would carry over is laid out for the connector: the
   * key with which it logs in, and the server's own.
   *
   * @return the unit's folder
   */
  synchronized Path open(String unit, Switches switches) {
    try {
      var folder = Files.createDirectories(settings.offices().resolve(unit).resolve("sftp"));
      var keys = Files.createDirectories(settings.connectorFolder(unit).resolve("keys"));
      folders.setUserHomeDir(unit, folder);
      accounts.put(unit, new Account(login(keys.resolve("id_sftp")), switches));
      Files.writeString(
          keys.resolve("known_hosts"),
          "[localhost]:%d %s%n".formatted(server.getPort(), PublicKeyEntry.toString(ownKey())));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private PublicKey ownKey() throws IOException, GeneralSecurityException {
    return hostKey.loadKeys(null).iterator().next().getPublic();
  }

  private static PublicKey login(Path file) throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) {
      KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      try (var out = Files.newOutputStream(file)) {
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "connector", null, out);
      }
    }
    return new FileKeyPairProvider(file).loadKeys(null).iterator().next().getPublic();
  }

  @PreDestroy
  void close() throws IOException {
    server.stop(true);
  }
}
