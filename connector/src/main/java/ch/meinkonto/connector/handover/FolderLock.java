package ch.meinkonto.connector.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.ChannelRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second connector out of a unit's folder, for as long as the first one lives. */
public final class FolderLock implements AutoCloseable {

  /** Merely opening and closing a locked file from the same program would give the lock away. */
  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param root the unit's folder, as the operator knows it
   * @param own where the lock lies
   */
  public static FolderLock take(String unit, Path root, Path own)
      throws ChannelRefused, IOException {
    Path file = own.toRealPath().resolve("lock");
    if (!HERE.add(file)) {
      throw new ChannelRefused(
          "%s: the folder %s is used by another unit of this connector; give each its own"
              .formatted(unit, root));
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
        return new FolderLock(file, channel);
      }
    } catch (IOException e) {
      HERE.remove(file);
      throw e;
    }
    channel.close();
    HERE.remove(file);
    throw new ChannelRefused(
        "%s: the folder %s is used by another connector (its process: see %s); stop one of the two"
            .formatted(unit, root, file));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HERE.remove(file);
    }
  }
}
