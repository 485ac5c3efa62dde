package ch.meinkonto.connector.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML file into a map that remembers its lines. */
public final class YamlFile {

  private YamlFile() {}

  /** The file's map; empty, with a finding, when there is none to read. */
  public static Optional<YamlMap> read(Path file, Placeholders placeholders, Findings findings) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      Node root = new Yaml(options).compose(new StringReader(Files.readString(file)));
      if (root instanceof MappingNode map) {
        return Optional.of(new YamlMap(map, findings, placeholders));
      }
      findings.add(1, "the file must be a map (key: value)");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      findings.add(line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      findings.add(1, "not YAML");
    } catch (NoSuchFileException e) {
      findings.add(1, "there is no such file; CONNECTOR_CONFIG says where it is");
    } catch (IOException e) {
      findings.add(1, "cannot be read: " + e.getClass().getSimpleName());
    }
    return Optional.empty();
  }
}
