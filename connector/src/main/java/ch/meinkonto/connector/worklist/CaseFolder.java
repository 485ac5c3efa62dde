package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.handover.Content;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.worklist.vault.DataKey;
import ch.meinkonto.connector.worklist.vault.Tampered;
import ch.meinkonto.connector.worklist.vault.VaultKey;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One case on the disk: {@code key}, {@code log}, and sealed files, named by ids. A line of the log
 * makes a file count; a file without one was left by a crash and is written anew.
 */
final class CaseFolder {

  private static final String KEY = "key";
  private static final String LOG = "log";

  private final Path folder;
  private final String name;
  private final DataKey key;
  private final Disk disk;

  private CaseFolder(Path folder, String name, DataKey key, Disk disk) {
    this.folder = folder;
    this.name = name;
    this.key = key;
    this.disk = disk;
  }

  static CaseFolder open(Path cases, RequestId id, VaultKey vault, Disk disk) throws IOException {
    Path folder = cases.resolve(id.toString());
    DataKey key = DataKey.unwrap(Files.readAllBytes(folder.resolve(KEY)), vault, "case " + id);
    return new CaseFolder(folder, id.toString(), key, disk);
  }

  static boolean exists(Path cases, RequestId id) {
    return Files.exists(cases.resolve(id.toString()));
  }

  /** Appears whole, with a key of its own. */
  static CaseFolder make(Path cases, RequestId id, VaultKey vault, Disk disk) throws IOException {
    Path part = cases.resolve("." + id + ".part");
    disk.deleteTree(part);
    disk.createFolder(part);
    disk.write(part.resolve(KEY), DataKey.fresh().wrapped(vault, "case " + id));
    disk.force(part);
    disk.rename(part, cases.resolve(id.toString()));
    disk.force(cases);
    return open(cases, id, vault, disk);
  }

  /** Destroys the key first: whatever happens next, what is left is noise. */
  static void erase(Path cases, RequestId id, Disk disk) throws IOException {
    Path folder = cases.resolve(id.toString());
    Path key = folder.resolve(KEY);
    if (Files.exists(key)) {
      byte[] noise = new byte[(int) Files.size(key)];
      ThreadLocalRandom.current().nextBytes(noise);
      try (OutputStream out = Files.newOutputStream(key, StandardOpenOption.WRITE)) {
        out.write(noise);
      }
      disk.force(key);
    }
    disk.deleteTree(folder);
    disk.force(cases);
  }

  /** What happened, oldest first. A line torn by a crash counts as not written. */
  List<Entry> read() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (Files.exists(folder.resolve(LOG))) {
      for (String line : Files.readAllLines(folder.resolve(LOG))) {
        int space = line.indexOf(' ');
        Optional<String> opened = space < 0 ? Optional.empty() : opened(line, space);
        if (opened.isPresent()) {
          if (!line.substring(0, space).equals(String.valueOf(entries.size()))) {
            throw new Tampered(name + ": lines are missing or changed");
          }
          entries.add(Json.read(opened.get(), Entry.class));
        }
      }
    }
    return entries;
  }

  private Optional<String> opened(String line, int space) {
    try {
      return Optional.of(
          key.openLine(line.substring(space + 1), name + " " + line.substring(0, space)));
    } catch (Tampered tornByACrash) {
      return Optional.empty(); // or changed: then the next line is in the wrong place
    }
  }

  /** Notes what happened, as the line that comes after so many others. */
  void append(int place, Entry entry) throws IOException {
    disk.append(
        folder.resolve(LOG), place + " " + key.sealLine(Json.write(entry), name + " " + place));
  }

  /** Keeps a file, in place of one that a crash left. */
  void write(String file, Content content) throws IOException {
    disk.deleteTree(folder.resolve(file));
    disk.write(folder.resolve(file), key.seal(content, name + " " + file));
  }

  void force() throws IOException {
    disk.force(folder);
  }

  /** The content of a file, opened piece by piece. */
  InputStream open(String file) throws IOException {
    InputStream sealed = new BufferedInputStream(Files.newInputStream(folder.resolve(file)));
    try {
      return key.open(sealed, name + " " + file);
    } catch (IOException e) {
      sealed.close();
      throw e;
    }
  }
}
