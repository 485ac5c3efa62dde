package ch.meinkonto.connector.worklist.clerk;

import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A file for each clerk, written whole or not at all. The command and the running connector may
 * both write: each change is made under a lock, on what lies there then.
 */
final class ClerkFiles {

  private static final String ENDING = ".json";

  private final Path folder;
  private final Disk disk = new ForcedDisk();

  ClerkFiles(Path folder) {
    this.folder = folder;
  }

  void prepare() throws IOException {
    disk.createFolder(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  Optional<Clerk> find(String login) throws IOException {
    try {
      return Optional.of(Json.read(Files.readAllBytes(file(login)), Clerk.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  List<String> logins() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  /** What is there becomes what the change makes of it; gives that. */
  synchronized Optional<Clerk> change(String login, UnaryOperator<Optional<Clerk>> change)
      throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      Optional<Clerk> before = find(login);
      Optional<Clerk> after = change.apply(before);
      if (!after.equals(before)) {
        if (after.isPresent()) {
          write(after.get());
        } else {
          disk.deleteTree(file(login));
        }
        disk.force(folder);
      }
      return after;
    }
  }

  private void write(Clerk clerk) throws IOException {
    Path part = folder.resolve("." + clerk.login() + ".part");
    disk.deleteTree(part);
    disk.write(part, Json.bytes(clerk));
    disk.rename(part, file(clerk.login()));
  }

  private Path file(String login) {
    return folder.resolve(login + ENDING);
  }
}
