package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * What was signed and heard, each with the mail that brought it. Headers are not signed: who gets
 * hold of a reply could send it again, and to another case. Nothing in it but hashes.
 */
final class Heard {

  private record Entry(String signed, String mail) {}

  private final Path file;
  private final Disk disk;
  private final Map<String, String> mails = new HashMap<>();

  private Heard(Path file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  static Heard open(Path file, Disk disk) throws IOException {
    Heard heard = new Heard(file, disk);
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.forEach(heard::read);
      }
    }
    return heard;
  }

  private void read(String line) {
    try {
      Entry entry = Json.read(line, Entry.class);
      mails.put(entry.signed, entry.mail);
    } catch (JacksonException tornByACrash) {
      return; // as if it had not been written
    }
  }

  /** Whether another mail has brought what was signed here. */
  boolean isFromAnother(String signed, String mail) {
    return !mails.getOrDefault(signed, mail).equals(mail);
  }

  /** This mail has been heard. */
  void add(String signed, String mail) throws IOException {
    if (!mails.containsKey(signed)) {
      disk.append(file, Json.write(new Entry(signed, mail)));
      mails.put(signed, mail);
    }
  }
}
