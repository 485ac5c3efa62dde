package ch.meinkonto.connector.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Json;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.node.ForNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * One template. It reads values only (and knows where a loop is): it can call no method, include no
 * file, and what it forgets to escape is escaped all the same.
 *
 * @param name the file's name
 * @param format what comes out
 * @param source the template, in the language of Pebble
 * @param shape what its XML has to be like, if something lies beside it that says so
 */
record Template(String name, Format format, String source, Optional<Shape> shape) {

  private static final int LARGEST = 16 * 1024 * 1024;
  private static final Map<Format, PebbleEngine> ENGINES = engines();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private static Map<Format, PebbleEngine> engines() {
    Map<Format, PebbleEngine> engines = new EnumMap<>(Format.class);
    for (Format format : Format.values()) {
      engines.put(
          format,
          new PebbleEngine.Builder()
              .loader(new StringLoader())
              .addEscapingStrategy(format.extension(), format::escape)
              .defaultEscapingStrategy(format.extension())
              .strictVariables(true)
              .newLineTrimming(false)
              .defaultLocale(Locale.ROOT)
              .methodAccessValidator(
                  (_, method) -> method.getDeclaringClass() == ForNode.LoopVariables.class)
              .maxRenderedSize(LARGEST)
              .build());
    }
    return engines;
  }

  /**
   * Fills it in.
   *
   * @param submission as {@code antrag.json} has it
   */
  Written write(JsonNode submission) throws MappingFailed {
    StringWriter text = new StringWriter();
    try {
      Objects.requireNonNull(ENGINES.get(format))
          .getTemplate(source)
          .evaluate(text, Json.mapper().convertValue(submission, MAP));
    } catch (PebbleException e) {
      throw new MappingFailed("%s does not fit: line %d".formatted(name, e.getLineNumber()));
    } catch (IOException | RuntimeException e) {
      throw new MappingFailed("%s does not fit (%s)".formatted(name, e.getClass().getSimpleName()));
    }
    try {
      format.check(text.toString());
      if (shape.isPresent()) {
        shape.get().check(text.toString());
      }
    } catch (MappingFailed e) {
      throw new MappingFailed(name + " " + e.getMessage());
    }
    return new Written(format, text.toString().getBytes(UTF_8));
  }
}
