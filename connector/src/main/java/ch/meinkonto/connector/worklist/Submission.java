package ch.meinkonto.connector.worklist;

import ch.meinkonto.contract.Metadata;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What came from the resident, without the files' contents, and the schema that names its fields.
 */
public record Submission(
    Metadata metadata, JsonNode answers, String receipt, @Nullable JsonNode schema) {

  static Submission of(ReceivedRequest request, JsonNode schema) {
    return new Submission(
        request.metadata(),
        request.answers(),
        request.receipt(),
        schema.isMissingNode() ? null : schema);
  }

  /** The same as it came, with empty files. */
  public ReceivedRequest request() {
    return new ReceivedRequest(
        metadata,
        answers,
        metadata.attachments().stream()
            .map(about -> new ReceivedAttachment(about, new byte[0]))
            .toList(),
        receipt,
        1);
  }

  /** The schema, or a missing node. */
  public JsonNode labels() {
    return schema == null ? MissingNode.getInstance() : schema;
  }

  @Override
  public String toString() {
    return "Submission[" + metadata.envelope().reference() + "]";
  }
}
