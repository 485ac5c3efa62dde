package ch.meinkonto.connector.handover;

import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What a folder contains; a folder that has one is complete. */
public record Manifest(
    SubmissionId submissionId,
    RequestId requestId,
    Reference reference,
    SubmissionKind kind,
    String service,
    List<Entry> files) {

  public static final String NAME = "manifest.json";

  /** One file. */
  public record Entry(String name, long size, String sha256) {}

  public static Manifest of(Envelope envelope, Map<String, Content> contents) throws IOException {
    List<Entry> files = new ArrayList<>();
    for (Map.Entry<String, Content> file : contents.entrySet()) {
      files.add(new Entry(file.getKey(), file.getValue().size(), Hash.of(file.getValue())));
    }
    return new Manifest(
        envelope.submissionId(),
        envelope.requestId(),
        envelope.reference(),
        envelope.kind(),
        envelope.service(),
        files);
  }

  /** Reads one, if it is one. */
  public static Optional<Manifest> read(byte[] content) {
    try {
      return Optional.of(Json.read(content, Manifest.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
