package ch.meinkonto.platform.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;

/**
 * Reads one file of a city. A broken file gives a finding and a missing node, never an exception;
 * size, depth and aliases are bounded so that no file can take the portal down.
 */
public final class YamlFile {

  /** A service with every text in four languages has about 60 KB. */
  private static final int MAX_BYTES = 1_000_000;

  private static final int MAX_DEPTH = 40;

  private YamlFile() {}

  /** Reads a file; the node is {@link YamlNode#isMissing() missing} when it can’t be read. */
  public static YamlNode read(Path file, Findings findings) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        return broken(file, 1, "the file is larger than 1 MB", findings);
      }
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var text = decoder.decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
      return parse(file, text, findings);
    } catch (CharacterCodingException e) {
      return broken(file, 1, "the file is not UTF-8", findings);
    } catch (IOException e) {
      return broken(file, 1, "the file can’t be read", findings);
    }
  }

  /** Reads a text as if it stood in a file of this name. */
  public static YamlNode parse(Path file, String text, Findings findings) {
    var source = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      var alias = firstAlias(source);
      if (alias != null) {
        var line = alias.getStartMark().getLine() + 1;
        return broken(file, line, "anchors and aliases (& and *) are not read here", findings);
      }
      var root = new Yaml(limits()).compose(new StringReader(source));
      return root == null
          ? broken(file, 1, "the file is empty", findings)
          : new YamlNode(new YamlNode.Source(file, findings), root, root, "the file");
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      var line = mark == null ? 1 : mark.getLine() + 1;
      return broken(file, line, "not YAML: " + e.getProblem(), findings);
    } catch (YAMLException e) {
      return broken(file, 1, "not YAML: " + firstLine(e.getMessage()), findings);
    }
  }

  private static @Nullable Event firstAlias(String source) {
    for (var event : new Yaml(limits()).parse(new StringReader(source))) {
      if (event instanceof AliasEvent) {
        return event;
      }
    }
    return null;
  }

  private static LoaderOptions limits() {
    var options = new LoaderOptions();
    options.setCodePointLimit(MAX_BYTES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(0);
    options.setProcessComments(false);
    return options;
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }

  private static YamlNode broken(Path file, int line, String message, Findings findings) {
    findings.add(file, line, message);
    return YamlNode.missing(new YamlNode.Source(file, findings), line);
  }
}
