package ch.meinkonto.connector.folder;

import ch.meinkonto.connector.files.Store;
import ch.meinkonto.connector.handover.Content;
import ch.meinkonto.connector.handover.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder on this machine, or mounted on it. */
final class LocalFolder implements Store {

  private final Path root;
  private final Disk disk;

  LocalFolder(Path root, Disk disk) {
    this.root = root;
    this.disk = disk;
  }

  private Path path(String name) {
    return root.resolve(name);
  }

  @Override
  public Optional<Entry> find(String name) throws IOException {
    return find(path(name));
  }

  private Optional<Entry> find(Path file) throws IOException {
    try {
      if (leadsElsewhere(file)) {
        return Optional.empty();
      }
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      String name = Objects.requireNonNull(file.getFileName()).toString();
      return Optional.of(
          new Entry(name, kind(found), found.size(), found.lastModifiedTime().toInstant()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Whether a folder on the way is a link that leads out of what the connector looks after. */
  private boolean leadsElsewhere(Path file) throws IOException {
    Path top = root.resolve(root.relativize(file).getName(0));
    Path parent = Objects.requireNonNull(file.getParent());
    return !file.equals(top)
        && !parent.equals(top)
        && !parent.toRealPath().startsWith(top.toRealPath());
  }

  private static Kind kind(BasicFileAttributes found) {
    if (found.isRegularFile()) {
      return Kind.FILE;
    }
    return found.isDirectory() ? Kind.FOLDER : Kind.OTHER;
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(path(folder))) {
      files = listed.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    for (Path file : files) {
      find(file).ifPresent(entries::add);
    }
    return entries;
  }

  @Override
  public byte[] read(String file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(path(file))) {
      return in.readNBytes(most + 1);
    }
  }

  @Override
  public void createFolder(String folder) throws IOException {
    disk.createFolder(path(folder));
  }

  @Override
  public void write(String file, Content content) throws IOException {
    disk.write(path(file), content);
  }

  @Override
  public void force(String folder) throws IOException {
    disk.force(path(folder));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    disk.rename(path(from), path(to));
  }

  @Override
  public void delete(String name) throws IOException {
    disk.deleteTree(path(name));
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
