package ch.meinkonto.connector.files;

import ch.meinkonto.connector.handover.Content;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A unit's folder, on this machine or on another. Names lead down from it, with slashes. Each step
 * is safe when it returns, so that an end between any two of them is the only thing to think about.
 * What cannot be found out is never guessed: it fails. Messages of failures are for operators, and
 * name no file of a resident.
 */
public interface Store {

  /** What something in a folder is. */
  enum Kind {
    FILE,
    FOLDER,
    /** A link, a device: nothing that is read. */
    OTHER
  }

  /**
   * Something in a folder.
   *
   * @param name its name in its folder
   * @param modified by the clock of the machine where it lies
   */
  record Entry(String name, Kind kind, long size, Instant modified) {}

  /** What has this name; a link is not followed. */
  Optional<Entry> find(String name) throws IOException;

  /** Whether something has this name. */
  default boolean exists(String name) throws IOException {
    return find(name).isPresent();
  }

  /** What is in a folder; nothing if there is no such folder. */
  List<Entry> list(String folder) throws IOException;

  /**
   * A file's content, or the first bytes of it.
   *
   * @param most no more than this, and one byte that tells that there is more
   * @throws NoSuchFileException if there is none
   * @throws AccessDeniedException if it must not be read
   */
  byte[] read(String file, int most) throws IOException;

  /** Makes a folder, and those above it. */
  void createFolder(String folder) throws IOException;

  /** Writes a new file. */
  void write(String file, Content content) throws IOException;

  /** The same of what is held. */
  default void write(String file, byte[] content) throws IOException {
    write(file, Content.of(content));
  }

  /** Makes sure that the folder's list of names will last. */
  void force(String folder) throws IOException;

  /** Renames, wholly or not at all, and never over something. */
  void rename(String from, String to) throws IOException;

  /** Deletes a file or a folder with everything in it, if it is there. */
  void delete(String name) throws IOException;

  /** How an operator knows the folder; no secret in it. */
  @Override
  String toString();
}
