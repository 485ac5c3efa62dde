package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.handover.Content;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.ForcedDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A disk at whose n-th note the program is killed: before it, or in the middle. */
final class DyingDisk implements Disk {

  /** The program is no more. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Disk disk = new ForcedDisk();
  private final boolean within;
  private int left;

  DyingDisk(int note, boolean within) {
    this.left = note;
    this.within = within;
  }

  @Override
  public void append(Path file, String line) throws IOException {
    if (left-- == 0) {
      if (within) {
        Files.writeString(
            file,
            line.substring(0, line.length() / 2),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
      throw new Killed();
    }
    disk.append(file, line);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    disk.createFolder(folder);
  }

  @Override
  public void write(Path file, Content content) throws IOException {
    disk.write(file, content);
  }

  @Override
  public void force(Path folder) throws IOException {
    disk.force(folder);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    disk.rename(from, to);
  }

  @Override
  public void deleteTree(Path folder) throws IOException {
    disk.deleteTree(folder);
  }
}
