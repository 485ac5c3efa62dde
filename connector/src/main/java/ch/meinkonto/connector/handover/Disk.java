package ch.meinkonto.connector.handover;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the channel does to a disk, step by step. Each step is safe on the disk when it returns, so
 * that a crash or a power cut between any two of them is the only thing to think about.
 */
public interface Disk {

  /** Makes a folder, and those above it. */
  void createFolder(Path folder) throws IOException;

  /** Writes a new file. */
  void write(Path file, Content content) throws IOException;

  /** The same of what is held. */
  default void write(Path file, byte[] content) throws IOException {
    write(file, Content.of(content));
  }

  /** Makes sure that the folder's list of names is on the disk. */
  void force(Path folder) throws IOException;

  /** Renames within one file system, wholly or not at all. */
  void rename(Path from, Path to) throws IOException;

  /** Adds a line at the end of a file. */
  void append(Path file, String line) throws IOException;

  /** Deletes a folder with everything in it, if it is there. */
  void deleteTree(Path folder) throws IOException;
}
