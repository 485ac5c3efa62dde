package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Findings;
import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.YamlFile;
import ch.meinkonto.platform.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One reading of a city’s folder, from its first file to its last. */
public final class CityReading {

  private final Path folder;
  private final Findings findings = new Findings();
  private final Map<Class<?>, CityPart<?>> parts = new HashMap<>();
  private final Map<Class<?>, Object> read = new HashMap<>();
  private final Map<Path, YamlNode> files = new HashMap<>();
  private final Set<Class<?>> reading = new HashSet<>();

  CityReading(Path folder, List<CityPart<?>> parts) {
    this.folder = folder;
    parts.forEach(part -> {
      if (this.parts.put(part.type(), part) != null) {
        throw new IllegalStateException("two parts read " + part.type());
      }
    });
  }

  /** The city’s folder. */
  public Path folder() {
    return folder;
  }

  /** What is wrong so far; parts add to it. */
  public Findings findings() {
    return findings;
  }

  /** The city’s languages. */
  public Languages languages() {
    return part(City.class).languages();
  }

  /** A file of the folder as YAML; each file is read once, whoever asks for it. */
  public YamlNode yaml(String relativePath) {
    return files.computeIfAbsent(
        folder.resolve(relativePath), file -> YamlFile.read(file, findings));
  }

  /** The names of the files of a folder that end like this, sorted; none when it isn’t there. */
  public List<String> files(String relativeFolder, String suffix) {
    var place = folder.resolve(relativeFolder);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (var listed = Files.list(place)) {
      return listed
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix) && !name.startsWith("."))
          .sorted()
          .map(name -> relativeFolder + "/" + name)
          .toList();
    } catch (IOException e) {
      findings.add(place, 1, "the folder can’t be read");
      return List.of();
    }
  }

  /** What another part read; it is read now if it was not yet. */
  public <T> T part(Class<T> type) {
    var known = read.get(type);
    if (known == null) {
      var part = parts.get(type);
      if (part == null) {
        throw new IllegalStateException("no part reads " + type);
      }
      if (!reading.add(type)) {
        throw new IllegalStateException("parts wait for each other: " + reading);
      }
      known = part.read(this);
      read.put(type, known);
      reading.remove(type);
    }
    return type.cast(known);
  }

  /** Reads all parts. */
  CitySnapshot all() {
    parts.keySet().forEach(this::part);
    return new CitySnapshot(Map.copyOf(read));
  }
}
