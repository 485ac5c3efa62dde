package ch.meinkonto.connector.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.paper.Paper;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

/** The files that a request becomes; names inside the folder, the manifest last. */
final class Bundle {

  private static final ObjectWriter JSON = Json.mapper().writerWithDefaultPrettyPrinter();
  static final String ATTACHMENTS = "anhang";

  private record Content(
      Envelope envelope,
      @Nullable Sender sender,
      @Nullable String office,
      JsonNode answers,
      List<File> attachments) {}

  private record File(
      String file, String fileName, String mediaType, long size, @Nullable String field) {}

  private Bundle() {}

  static Map<String, byte[]> of(ReceivedRequest request, Paper paper) {
    List<File> files = files(request);
    String name = request.answer().isPresent() ? "antwort" : "antrag";
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put(name + ".json", json(request, files));
    contents.put(name + ".pdf", paper.print(request, files.stream().map(File::file).toList()));
    for (int i = 0; i < files.size(); i++) {
      contents.put(files.get(i).file, request.attachments().get(i).content());
    }
    contents.put("quittung.jws", request.receipt().getBytes(UTF_8));
    contents.put(Manifest.NAME, JSON.writeValueAsBytes(Manifest.of(request.envelope(), contents)));
    return contents;
  }

  private static byte[] json(ReceivedRequest request, List<File> files) {
    return JSON.writeValueAsBytes(
        new Content(
            request.envelope(),
            request.sender().orElse(null),
            request.office().orElse(null),
            request.answers(),
            files));
  }

  private static List<File> files(ReceivedRequest request) {
    List<File> files = new ArrayList<>();
    for (ReceivedAttachment one : request.attachments()) {
      String given = one.about().fileName();
      files.add(
          new File(
              ATTACHMENTS + "/" + (files.size() + 1) + "-" + SafeName.of(given),
              given,
              one.about().mediaType(),
              one.content().length,
              one.about().field()));
    }
    return files;
  }
}
