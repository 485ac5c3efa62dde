package ch.meinkonto.connector.worklist.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.ForcedDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Objects;

/** The key above all others. It lies in a file of its own, apart from what it opens. */
public final class VaultKey {

  private final byte[] bytes;

  private VaultKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Makes a key and keeps it, readable by its owner only, whole or not at all. */
  public static VaultKey make(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Disk disk = new ForcedDisk();
    disk.createFolder(folder);
    byte[] bytes = Gcm.random(Gcm.KEY);
    Path part = folder.resolve("." + file.getFileName() + ".part");
    disk.deleteTree(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(part, Base64.getEncoder().encodeToString(bytes) + "\n", US_ASCII);
    disk.force(part);
    disk.rename(part, file);
    disk.force(folder);
    return new VaultKey(bytes);
  }

  /** The key in a file. */
  public static VaultKey read(Path file) throws IOException {
    try {
      byte[] bytes = Base64.getDecoder().decode(Files.readString(file, US_ASCII).strip());
      if (bytes.length == Gcm.KEY) {
        return new VaultKey(bytes);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " holds no key", e);
    }
    throw new IOException(file + " holds no key");
  }

  /** Seals something short, such as another key, under a name. */
  public byte[] wrap(byte[] secret, String name) {
    return Gcm.seal(Gcm.key(bytes), secret, name);
  }

  /** Opens what was sealed under this name. */
  public byte[] unwrap(byte[] wrapped, String name) throws Tampered {
    return Gcm.open(Gcm.key(bytes), wrapped, name);
  }

  /** Marks a text for a purpose; nobody without the key can make the same mark. */
  public byte[] mark(String purpose, String text) {
    return Gcm.mac(bytes, purpose.getBytes(UTF_8), text.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "VaultKey[…]";
  }
}
