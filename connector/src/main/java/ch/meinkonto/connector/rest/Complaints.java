package ch.meinkonto.connector.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.connector.handover.SafeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Tells the unit's system, or a folder if it does not listen, why an event cannot be sent. */
final class Complaints {

  private final Optional<Call> refuse;
  private final Calls calls;
  private final Path folder;
  private final Disk disk;

  Complaints(Optional<Call> refuse, Calls calls, Path folder, Disk disk) {
    this.refuse = refuse;
    this.calls = calls;
    this.folder = folder;
    this.disk = disk;
  }

  /**
   * Returns when it has been told.
   *
   * @param event the API's name for it
   * @param key tells it from another of that name
   */
  void tell(String event, String key, String reason) throws NotNow, IOException {
    if (refuse.isPresent()) {
      calls.make(refuse.get(), Map.of("id", event), key, Payload.reason(reason), false);
      return;
    }
    Path file = folder.resolve(SafeName.of(event) + "-" + key.substring(0, 8) + ".grund.txt");
    disk.createFolder(folder);
    Files.deleteIfExists(file);
    disk.write(file, (event + ": " + reason + "\n").getBytes(UTF_8));
    disk.force(folder);
  }
}
