package ch.meinkonto.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract's files, for tests. */
final class Files {

  /** Where the files lie, as far as these tests go. */
  static final String BASE = "https://konto.example/contract/v1/";

  private static final Path FOLDER = Path.of("src/main/resources/contract/v1");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(allSchemas()));

  private Files() {}

  static List<String> names(String folder) {
    try (var files = java.nio.file.Files.list(FOLDER.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String path) {
    return new String(ContractFiles.find(path).orElseThrow(), UTF_8);
  }

  static JsonNode json(String path) {
    return Json.mapper().readTree(text(path));
  }

  static JsonNode yaml(String path) {
    return new YAMLMapper().readTree(text(path));
  }

  /** Where {@code $ref} and {@code externalValue} lead to, within the document and outside. */
  static JsonNode target(JsonNode document, String reference) {
    String[] both = reference.split("#", 2);
    JsonNode file = both[0].isEmpty() ? document : json(both[0]);
    return both.length == 1 ? file : file.at(both[1]);
  }

  static Schema schema(String name) {
    return REGISTRY.getSchema(SchemaLocation.of(BASE + "schemas/" + name + ".json"));
  }

  /** A schema that stands in a document and refers to the files beside it. */
  static Schema schemaIn(String document, JsonNode schema) {
    return REGISTRY.getSchema(SchemaLocation.of(BASE + document), schema);
  }

  static List<String> flaws(String schema, JsonNode json) {
    return schema(schema).validate(json).stream().map(Object::toString).toList();
  }

  private static Map<String, String> allSchemas() {
    return names("schemas").stream()
        .map(name -> "schemas/" + name + ".json")
        .collect(toMap(path -> BASE + path, Files::text));
  }
}
