package ch.meinkonto.connector.sftp;

import ch.meinkonto.connector.files.Store;
import ch.meinkonto.connector.handover.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.file.remote.session.CachingSessionFactory;
import org.springframework.integration.file.remote.session.Session;

/**
 * The unit's folder on its server. Renaming goes by the library's own client: Spring's session
 * would first delete what is in the way.
 */
final class Server implements Store, AutoCloseable {

  /** One brings requests, one looks for answers. */
  private static final int SESSIONS = 2;

  private final SftpPlan plan;
  private final Sessions sessions;
  private final CachingSessionFactory<DirEntry> cached;

  Server(SftpPlan plan) {
    this.plan = plan;
    this.sessions = new Sessions(plan);
    this.cached = new CachingSessionFactory<>(sessions, SESSIONS);
    this.cached.setSessionWaitTimeout(plan.rhythm().timeout().toMillis());
  }

  @FunctionalInterface
  private interface Step<T> {
    T with(SftpClient client) throws IOException;
  }

  private <T> T on(Step<T> step) throws IOException {
    Session<DirEntry> session = session();
    try {
      return step.with((SftpClient) session.getClientInstance());
    } catch (SftpException e) {
      throw refusal(e.getStatus(), session);
    } catch (IOException | RuntimeException e) {
      session.dirty();
      throw new IOException("its connection broke off, " + e.getClass().getSimpleName());
    } finally {
      session.close();
    }
  }

  private Session<DirEntry> session() throws IOException {
    try {
      return cached.getSession();
    } catch (RuntimeException e) {
      throw new IOException(advice(e));
    }
  }

  private String advice(RuntimeException failure) {
    String refused = sessions.refused();
    if (refused != null) {
      return refused;
    }
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest instanceof SshException e
            && e.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
        ? "it does not let “%s” in: wrong key or password".formatted(plan.login().user())
        : "it cannot be reached, " + deepest.getMessage();
  }

  /** What the server says no to, without the names of files. */
  private static IOException refusal(int status, Session<DirEntry> session) {
    return switch (status) {
      case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH ->
          new NoSuchFileException("", null, "a folder is missing there");
      case SftpConstants.SSH_FX_PERMISSION_DENIED ->
          new AccessDeniedException("", null, "it does not permit that");
      case SftpConstants.SSH_FX_FILE_ALREADY_EXISTS ->
          new FileAlreadyExistsException("", null, "something is in the way there");
      case SftpConstants.SSH_FX_CONNECTION_LOST, SftpConstants.SSH_FX_NO_CONNECTION -> {
        session.dirty();
        yield new IOException("its connection broke off");
      }
      default -> new IOException("it says " + SftpConstants.getStatusName(status));
    };
  }

  private String path(String name) {
    return plan.address().folder() + "/" + name;
  }

  @Override
  public Optional<Entry> find(String name) throws IOException {
    return on(client ->
        attributes(client, path(name))
            .map(found -> entry(name.substring(name.lastIndexOf('/') + 1), found)));
  }

  private static Optional<Attributes> attributes(SftpClient client, String path)
      throws IOException {
    try {
      return Optional.of(client.lstat(path));
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
          || e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Entry entry(String name, Attributes found) {
    Kind kind = found.isRegularFile() ? Kind.FILE : found.isDirectory() ? Kind.FOLDER : Kind.OTHER;
    java.nio.file.attribute.@Nullable FileTime modified = found.getModifyTime();
    return new Entry(
        name, kind, found.getSize(), modified == null ? Instant.EPOCH : modified.toInstant());
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    return on(client -> {
      if (attributes(client, path(folder)).isEmpty()) {
        return List.of();
      }
      List<Entry> entries = new ArrayList<>();
      for (DirEntry one : client.readEntries(path(folder))) {
        if (isName(one.getFilename())) {
          entries.add(entry(one.getFilename(), one.getAttributes()));
        }
      }
      return entries;
    });
  }

  /** No server should send others; such a one could lead anywhere. */
  private static boolean isName(String name) {
    return !name.equals(".")
        && !name.equals("..")
        && name.codePoints().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
  }

  @Override
  public byte[] read(String file, int most) throws IOException {
    return on(client -> {
      try (InputStream in = client.read(path(file))) {
        return in.readNBytes(most + 1);
      }
    });
  }

  @Override
  public void createFolder(String folder) throws IOException {
    int above = folder.lastIndexOf('/');
    if (above > 0) {
      createFolder(folder.substring(0, above));
    }
    if (!exists(folder)) {
      on(client -> {
        client.mkdir(path(folder));
        return true;
      });
    }
  }

  @Override
  public void write(String file, Content content) throws IOException {
    on(client -> {
      try (InputStream in = content.open();
          OutputStream out =
              client.write(
                  path(file), Set.of(OpenMode.Write, OpenMode.Create, OpenMode.Exclusive))) {
        in.transferTo(out);
      }
      keep(client, path(file));
      if (client.stat(path(file)).getSize() != content.size()) {
        throw new IOException("it does not keep what it is given");
      }
      return true;
    });
  }

  /** Onto its disk, if it offers that; OpenSSH does. */
  private static void keep(SftpClient client, String path) throws IOException {
    OpenSSHFsyncExtension fsync = client.getExtension(OpenSSHFsyncExtension.class);
    if (fsync != null && fsync.isSupported()) {
      try (CloseableHandle handle = client.open(path, OpenMode.Write)) {
        fsync.fsync(handle);
      }
    }
  }

  /** No server offers more than what it does by itself. */
  @Override
  public void force(String folder) {}

  @Override
  public void rename(String from, String to) throws IOException {
    on(client -> {
      if (attributes(client, path(to)).isPresent()) {
        throw new SftpException(SftpConstants.SSH_FX_FILE_ALREADY_EXISTS, "");
      }
      client.rename(path(from), path(to));
      return true;
    });
  }

  @Override
  public void delete(String name) throws IOException {
    on(client -> {
      delete(client, path(name));
      return true;
    });
  }

  private static void delete(SftpClient client, String path) throws IOException {
    Optional<Attributes> found = attributes(client, path);
    if (found.isEmpty()) {
      return;
    }
    if (!found.get().isDirectory()) {
      client.remove(path);
      return;
    }
    for (DirEntry one : client.readEntries(path)) {
      if (isName(one.getFilename())) {
        delete(client, path + "/" + one.getFilename());
      }
    }
    client.rmdir(path);
  }

  @Override
  public void close() {
    cached.destroy();
    sessions.destroy();
  }

  @Override
  public String toString() {
    return plan.toString();
  }
}
