package ch.meinkonto.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract's files, for tests. */
final class Files {

  static final String BASE = "https://meinkonto.ch/contract/v1/schemas/";

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

  static JsonNode openApi() {
    return new YAMLMapper().readTree(text("openapi.yaml"));
  }

  static Schema schema(String name) {
    return REGISTRY.getSchema(SchemaLocation.of(BASE + name + ".json"));
  }

  static List<String> flaws(String schema, JsonNode json) {
    return schema(schema).validate(json).stream().map(Object::toString).toList();
  }

  private static Map<String, String> allSchemas() {
    Map<String, String> schemas = new HashMap<>();
    names("schemas").forEach(n -> schemas.put(BASE + n + ".json", text("schemas/" + n + ".json")));
    return schemas;
  }
}
