package ch.meinkonto.connector.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.SafeName;
import ch.meinkonto.connector.mapping.Written;
import ch.meinkonto.contract.Json;
import ch.meinkonto.unit.ReceivedAttachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;

/** What goes in a call's body, and what its headers say about it. */
record Payload(BodyPublisher body, Map<String, String> headers) {

  /** Nothing. */
  static final Payload NONE = new Payload(BodyPublishers.noBody(), Map.of());

  /** A request or an answer. */
  static Payload of(Written written) {
    return new Payload(
        BodyPublishers.ofByteArray(written.content()),
        Map.of("Content-Type", written.format().mediaType() + "; charset=utf-8"));
  }

  /** Why a word cannot be sent. */
  static Payload reason(String reason) {
    return new Payload(
        BodyPublishers.ofByteArray(Json.bytes(Map.of("reason", reason))),
        Map.of("Content-Type", "application/json"));
  }

  /** An attachment as the body. */
  static Payload of(ReceivedAttachment attachment) {
    String name = SafeName.of(attachment.about().fileName());
    return new Payload(
        bytes(attachment),
        Map.of(
            "Content-Type",
            type(attachment),
            "Content-Disposition", // RFC 6266, RFC 8187
            "attachment; filename*=UTF-8''" + URLEncoder.encode(name, UTF_8).replace("+", "%20")));
  }

  /** An attachment as a file in a form (RFC 7578). */
  static Payload of(ReceivedAttachment attachment, String field) {
    String boundary = "part-" + UUID.randomUUID();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(
                boundary, field, SafeName.of(attachment.about().fileName()), type(attachment));
    return new Payload(
        BodyPublishers.concat(
            BodyPublishers.ofByteArray(head.getBytes(UTF_8)),
            bytes(attachment),
            BodyPublishers.ofByteArray(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8))),
        Map.of("Content-Type", "multipart/form-data; boundary=" + boundary));
  }

  /** They are read while they are sent. */
  private static BodyPublisher bytes(ReceivedAttachment attachment) {
    return attachment.size() == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(() -> open(attachment)), attachment.size());
  }

  private static InputStream open(ReceivedAttachment attachment) {
    try {
      return attachment.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(ReceivedAttachment attachment) {
    String type = attachment.about().mediaType();
    return type.matches("[\\w.+-]{1,60}/[\\w.+-]{1,100}") ? type : "application/octet-stream";
  }

  void in(HttpRequest.Builder call) {
    headers.forEach(call::header);
  }
}
