package ch.meinkonto.platform.crypto;

import ch.meinkonto.platform.PortalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the master key comes from: the environment, a file, or, in the demo only, one made on the
 * spot.
 */
final class MasterKeySource {

  private MasterKeySource() {}

  static MasterKey read(PortalSettings settings) {
    if (!settings.masterKey().isBlank()) {
      return MasterKey.parse(settings.masterKey());
    }
    try {
      if (!settings.masterKeyFile().isBlank()) {
        return MasterKey.parse(Files.readString(Path.of(settings.masterKeyFile())));
      }
      if (!settings.demo()) {
        throw new IllegalStateException(
            "In production the portal needs its master key: set MASTER_KEY_FILE or MASTER_KEY");
      }
      return MasterKey.parse(demoKey(settings.dataDir().resolve("keys/master.json")));
    } catch (IOException e) {
      throw new UncheckedIOException("The master key could not be read", e);
    }
  }

  private static String demoKey(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, MasterKey.generate());
    } catch (FileAlreadyExistsException e) {
      // made at an earlier start
    }
    return Files.readString(file);
  }
}
