package ch.meinkonto.connector.mapping;

import ch.meinkonto.connector.handover.Description;
import ch.meinkonto.connector.yaml.YamlMap;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The templates of one unit, by what they are for: a service's id, or that with {@code .kopie} for
 * copies of what another unit decides, {@code .antwort} for answers to questions, {@code .rueckzug}
 * for requests taken back, {@code .zustellung} for formal deliveries; {@code _wort} reads what the
 * unit's system says. What has no template goes as it is in the contract, and has to come as a file
 * in {@code ausgang}.
 */
public record Mappings(Map<String, Template> templates) {

  /** The key in a unit's options under which the folder with the templates stands. */
  public static final String OPTION = "mapping";

  private static final String WORD = "_wort";
  private static final Mappings NONE = new Mappings(Map.of());
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "(_wort(?=\\.json)|[a-z0-9-]+(?:\\.(?:kopie|antwort|rueckzug|zustellung))?)\\.(xml|csv|json)\\.peb");

  public Mappings {
    templates = Map.copyOf(templates);
  }

  /** No templates. */
  public static Mappings none() {
    return NONE;
  }

  /**
   * Reads the templates of the folder that the options name, and tries their examples; what is
   * wrong becomes a finding.
   */
  public static Mappings read(YamlMap options) {
    if (!options.keys().contains(OPTION)) {
      return NONE;
    }
    Optional<Path> folder = options.path(OPTION);
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      options.finding(OPTION, "is not a folder");
      return NONE;
    }
    return folder.map(path -> read(path, options)).orElse(NONE);
  }

  private static Mappings read(Path folder, YamlMap options) {
    Map<String, Template> templates = new TreeMap<>();
    try {
      for (Path file : templateFiles(folder)) {
        String name = name(file);
        Matcher parts = TEMPLATE.matcher(name);
        if (!parts.matches()) {
          options.finding(
              OPTION, "%s must be called SERVICE.xml.peb, .csv.peb or .json.peb".formatted(name));
          continue;
        }
        Format format = Format.ofExtension(parts.group(2)).orElseThrow();
        Template template =
            new Template(
                name, format, Files.readString(file), shape(folder, parts.group(1), options));
        if (templates.put(parts.group(1), template) != null) {
          options.finding(OPTION, "there are two templates for " + parts.group(1));
        }
        Examples.of(folder, parts.group(1), template)
            .tried()
            .forEach(finding -> options.finding(OPTION, finding));
      }
    } catch (IOException e) {
      options.finding(OPTION, "cannot be read: " + e.getClass().getSimpleName());
    }
    return new Mappings(templates);
  }

  private static Optional<Shape> shape(Path folder, String subject, YamlMap options)
      throws IOException {
    Path file = folder.resolve(subject + ".xsd");
    try {
      return Files.exists(file) ? Optional.of(Shape.read(file)) : Optional.empty();
    } catch (MappingFailed e) {
      options.finding(OPTION, subject + ".xsd " + e.getMessage());
      return Optional.empty();
    }
  }

  private static List<Path> templateFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> name(file).endsWith(".peb")).sorted().toList();
    }
  }

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  /** The request as its template writes it; empty if there is none. */
  public Optional<Written> write(ReceivedRequest request) throws MappingFailed {
    Optional<Template> template = template(request);
    return template.isEmpty()
        ? Optional.empty()
        : Optional.of(template.get().write(Description.of(request)));
  }

  /**
   * The request as its template writes it, or as JSON if there is none.
   *
   * @param description the request, with what the unit's system has said about it so far
   */
  public Written write(ReceivedRequest request, JsonNode description) throws MappingFailed {
    Optional<Template> template = template(request);
    return template.isPresent()
        ? template.get().write(description)
        : new Written(Format.JSON, Json.bytes(description));
  }

  private Optional<Template> template(ReceivedRequest request) {
    String service = request.envelope().service();
    boolean isRequest = request.envelope().kind() == SubmissionKind.REQUEST;
    return Optional.ofNullable(
        templates.get(isRequest ? service : service + "." + Description.name(request)));
  }

  /** What the unit's system says, as a file in {@code ausgang} would. */
  public byte[] word(JsonNode said) throws MappingFailed {
    Template template = templates.get(WORD);
    return template == null ? Json.bytes(said) : template.write(said).content();
  }

  @Override
  public String toString() {
    return templates.isEmpty() ? "no templates" : "templates " + templates.keySet();
  }
}
