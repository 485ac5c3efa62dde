package ch.meinkonto.connector.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.mapping.MappingFailed;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.mapping.Written;
import ch.meinkonto.connector.paper.Paper;
import ch.meinkonto.contract.Json;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.ObjectWriter;

/**
 * Makes the files that a submission becomes.
 *
 * @param paper prints the PDF
 * @param mappings write what has a template
 */
public record Bundle(Paper paper, Mappings mappings) {

  /** Where the attachments lie. */
  public static final String ATTACHMENTS = "anhang";

  private static final ObjectWriter JSON = Json.mapper().writerWithDefaultPrettyPrinter();

  /**
   * The files, by their names inside the submission's folder: {@link Description#name} as its
   * template writes it, else as JSON; the same as PDF; attachments; the receipt; the manifest last.
   *
   * @throws MappingFailed if the template does not fit the request
   * @throws IOException if an attachment cannot be read any more
   */
  public Map<String, Content> of(ReceivedRequest request) throws MappingFailed, IOException {
    String name = Description.name(request);
    List<String> files = Description.attachmentNames(request);
    Map<String, Content> contents = new LinkedHashMap<>();
    Optional<Written> written = mappings.write(request);
    if (written.isPresent()) {
      contents.put(
          name + "." + written.get().format().extension(), Content.of(written.get().content()));
    } else {
      contents.put(name + ".json", Content.of(JSON.writeValueAsBytes(Description.of(request))));
    }
    contents.put(name + ".pdf", Content.of(paper.print(request, files)));
    for (int i = 0; i < files.size(); i++) {
      contents.put(files.get(i), Content.of(request.attachments().get(i)));
    }
    contents.put("quittung.jws", Content.of(request.receipt().getBytes(UTF_8)));
    Manifest manifest = Manifest.of(request.envelope(), contents);
    contents.put(Manifest.NAME, Content.of(JSON.writeValueAsBytes(manifest)));
    return contents;
  }
}
