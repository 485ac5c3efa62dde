package ch.meinkonto.connector.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A template's examples: {@code SERVICE.beispiel-NAME.json} is what goes in, in the form of {@code
 * antrag.json}; the file beside it with the format's extension is what must come out. For JSON the
 * latter is called {@code SERVICE.beispiel-NAME.out.json}.
 */
record Examples(String subject, Template template, List<Path> inputs) {

  static Examples of(Path folder, String subject, Template template) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new Examples(
          subject,
          template,
          files
              .filter(file -> name(file).startsWith(subject + ".beispiel-"))
              .filter(file -> name(file).endsWith(".json") && !name(file).endsWith(".out.json"))
              .sorted()
              .toList());
    }
  }

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  /** What is wrong with them. */
  List<String> tried() {
    List<String> findings = new ArrayList<>();
    if (inputs.isEmpty()) {
      findings.add("%s has no example %s.beispiel-1.json".formatted(template.name(), subject));
    }
    inputs.forEach(input -> tried(input, findings));
    return findings;
  }

  private void tried(Path input, List<String> findings) {
    String base = name(input).substring(0, name(input).length() - ".json".length());
    String extension = template.format().extension();
    Path output =
        input.resolveSibling(base + (extension.equals("json") ? ".out." : ".") + extension);
    try {
      JsonNode submission = Json.mapper().readTree(Files.readString(input));
      String written = new String(template.write(submission).content(), UTF_8);
      if (!written.equals(Files.readString(output))) {
        findings.add(
            "%s: from %s comes something else than %s, first in line %d"
                .formatted(
                    template.name(),
                    name(input),
                    name(output),
                    firstDifference(written, Files.readString(output))));
      }
    } catch (MappingFailed e) {
      findings.add("%s (%s)".formatted(e.getMessage(), name(input)));
    } catch (JacksonException e) {
      findings.add(name(input) + " is not JSON");
    } catch (IOException e) {
      findings.add("%s or %s cannot be read".formatted(name(input), name(output)));
    }
  }

  private static int firstDifference(String one, String other) {
    List<String> these = one.lines().toList();
    List<String> those = other.lines().toList();
    int line = 0;
    while (line < Math.min(these.size(), those.size()) && these.get(line).equals(those.get(line))) {
      line++;
    }
    return line + 1;
  }
}
