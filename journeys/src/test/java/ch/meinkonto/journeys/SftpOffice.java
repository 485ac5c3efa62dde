package ch.meinkonto.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server of a unit that nobody here knows yet. */
final class SftpOffice implements AutoCloseable {

  static final String USER = "konto";

  private final SshServer server = SshServer.setUpDefaultServer();
  private final String password = UUID.randomUUID().toString();
  private final Path folder;
  private final String hostKey;

  SftpOffice(Path home) throws IOException, GeneralSecurityException {
    folder = Files.createDirectories(home.resolve("sftp"));
    var keys = new SimpleGeneratorHostKeyProvider(home.resolve("host-key"));
    keys.setAlgorithm(KeyUtils.EC_ALGORITHM);
    keys.setKeySize(256);
    server.setHost("localhost");
    server.setKeyPairProvider(keys);
    server.setPasswordAuthenticator(
        (user, given, _) -> user.equals(USER) && given.equals(password));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
    server.start();
    hostKey = KeyUtils.getFingerPrint(keys.loadKeys(null).iterator().next().getPublic());
  }

  int port() {
    return server.getPort();
  }

  String password() {
    return password;
  }

  /** As {@code ssh-keygen -l} writes it. */
  String hostKey() {
    return hostKey;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
