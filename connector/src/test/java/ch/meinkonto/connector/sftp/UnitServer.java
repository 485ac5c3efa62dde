package ch.meinkonto.connector.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/** A unit's SFTP server: keys of two types, one account, and a line that can be cut. */
final class UnitServer implements AutoCloseable {

  static final String USER = "konto";
  static final String PASSWORD = "nur im Test";

  final Path root;
  final AtomicInteger logins = new AtomicInteger();
  private final KeyPair ed25519 = pair(KeyPairProvider.SSH_ED25519, 256);
  private final KeyPair ecdsa = pair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
  private final KeyPair account = pair(KeyPairProvider.SSH_ED25519, 256);
  private volatile boolean losesAnswers;
  private SshServer server;
  private int port;

  UnitServer(Path root) throws IOException {
    this.root = Files.createDirectories(root);
    server = start();
  }

  private SshServer start() throws IOException {
    SshServer fresh = SshServer.setUpDefaultServer();
    fresh.setHost("localhost");
    fresh.setPort(port);
    fresh.setKeyPairProvider(KeyPairProvider.wrap(ecdsa, ed25519));
    fresh.setPublickeyAuthenticator((user, key, _) -> {
      logins.incrementAndGet();
      return user.equals(USER) && KeyUtils.compareKeys(key, account.getPublic());
    });
    fresh.setPasswordAuthenticator((user, password, _) -> {
      logins.incrementAndGet();
      return user.equals(USER) && password.equals(PASSWORD);
    });
    SftpSubsystemFactory sftp = new SftpSubsystemFactory();
    sftp.addSftpEventListener(new Line());
    fresh.setSubsystemFactories(List.of(sftp));
    fresh.setFileSystemFactory(new VirtualFileSystemFactory(root));
    fresh.start();
    port = fresh.getPort();
    return fresh;
  }

  /** Cuts the line between doing and saying so. */
  private final class Line implements SftpEventListener {
    @Override
    public void moved(
        ServerSession session,
        Path from,
        Path to,
        Collection<CopyOption> options,
        @Nullable Throwable thrown) {
      if (losesAnswers) {
        session.close(true);
      }
    }
  }

  int port() {
    return port;
  }

  void loseAnswers(boolean loses) {
    losesAnswers = loses;
  }

  void stop() throws IOException {
    server.stop(true);
  }

  boolean isRunning() {
    return server.isStarted();
  }

  void startAgain() throws IOException {
    server = start();
  }

  String fingerprint() {
    return KeyUtils.getFingerPrint(ed25519.getPublic());
  }

  /** As {@code ssh-keyscan -t ed25519} writes it. */
  Path knownHosts(Path file) throws IOException {
    return Files.writeString(
        file, "[localhost]:%d %s\n".formatted(port, PublicKeyEntry.toString(ed25519.getPublic())));
  }

  Path privateKey(Path file) throws IOException {
    return privateKey(file, account);
  }

  static Path strangersKey(Path file) throws IOException {
    return privateKey(file, pair(KeyPairProvider.SSH_ED25519, 256));
  }

  private static Path privateKey(Path file, KeyPair pair) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "connector", null, out);
      return file;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair pair(String type, int size) {
    try {
      return KeyUtils.generateKeyPair(type, size);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close(true).await(2000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
