package ch.meinkonto.simulator.letter;

import ch.meinkonto.simulator.Disk;
import ch.meinkonto.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All letterboxes of the city: letters arrive as soon as they are posted. A file each. */
@Component
public class Letterboxes {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;

  @Autowired
  Letterboxes(SimulatorSettings settings) throws IOException {
    this(settings.offices().resolveSibling("letters"));
  }

  Letterboxes(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** The letter that answers this order. */
  public synchronized Optional<PostedLetter> find(String id) {
    var file = file(id);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** All letters, the newest first. */
  public synchronized List<PostedLetter> newestFirst() {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(Letterboxes::read)
          .sorted(Comparator.comparing(PostedLetter::at).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Posts a letter, or notes what became of it. */
  public synchronized void put(PostedLetter letter) {
    Disk.write(file(letter.id()), JSON.writeValueAsBytes(letter));
  }

  private Path file(String id) {
    return folder.resolve(id + ".json");
  }

  private static PostedLetter read(Path file) {
    return JSON.readValue(file.toFile(), PostedLetter.class);
  }
}
