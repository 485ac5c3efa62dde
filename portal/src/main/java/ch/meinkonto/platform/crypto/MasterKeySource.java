package ch.meinkonto.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.platform.PortalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * Where the master key comes from: the environment, a file, or, in the demo only, one made on the
 * spot.
 */
final class MasterKeySource {

  private static final FileAttribute<?> SECRET =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private MasterKeySource() {}

  static MasterKey read(PortalSettings settings) {
    if (!settings.masterKey().isBlank()) {
      return MasterKey.parse(settings.masterKey());
    }
    var file = file(settings);
    if (settings.masterKeyFile().isBlank()) {
      makeDemoKey(file);
    }
    return MasterKey.from(() -> text(file));
  }

  /** The file it lies in, when it is not in the environment. */
  static Path file(PortalSettings settings) {
    if (!settings.masterKeyFile().isBlank()) {
      return Path.of(settings.masterKeyFile());
    }
    return settings.dataDir().resolve("keys/master.json");
  }

  /** Puts a new keyset in the place of the old one, whole or not at all. */
  static void replace(Path file, String keyset) {
    try {
      var beside =
          Files.createTempFile(file.toAbsolutePath().getParent(), "master", ".new", SECRET);
      try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(keyset.getBytes(UTF_8)));
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The master key could not be written", e);
    }
  }

  /** When it was last replaced. */
  static Instant changedAt(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException("The master key could not be read", e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The master key could not be read", e);
    }
  }

  private static void makeDemoKey(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (!Files.exists(file)) {
        Files.createFile(file, SECRET);
        Files.writeString(file, MasterKey.generate());
      }
    } catch (FileAlreadyExistsException e) {
      // made at the same moment by another portal on this folder
    } catch (IOException e) {
      throw new UncheckedIOException("The master key could not be made", e);
    }
  }
}
