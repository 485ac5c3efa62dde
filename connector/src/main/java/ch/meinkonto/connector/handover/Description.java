package ch.meinkonto.connector.handover;

import ch.meinkonto.contract.Actor;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A submission as one JSON object: what a unit's system reads in {@code antrag.json}. */
public final class Description {

  private record Content(
      Envelope envelope,
      @Nullable Sender sender,
      @Nullable Actor actor,
      @Nullable String office,
      JsonNode answers,
      List<File> attachments) {}

  private record File(
      String file, String fileName, String mediaType, long size, @Nullable String field) {}

  private Description() {}

  /** Envelope, sender and who acts for them, office, answers, and where each attachment lies. */
  public static JsonNode of(ReceivedRequest request) {
    return Json.mapper()
        .valueToTree(
            new Content(
                request.envelope(),
                request.sender().orElse(null),
                request.actor().orElse(null),
                request.office().orElse(null),
                request.answers(),
                files(request)));
  }

  /**
   * What it is called: {@code antrag}, {@code kopie}, {@code antwort}, {@code rueckzug} or {@code
   * zustellung}.
   */
  public static String name(ReceivedRequest request) {
    return word(request.envelope().kind());
  }

  /** What a submission of a kind is called. */
  public static String word(SubmissionKind kind) {
    return switch (kind) {
      case ANSWER -> "antwort";
      case WITHDRAWAL -> "rueckzug";
      case DELIVERY_NOTICE -> "zustellung";
      case COPY -> "kopie";
      case REQUEST, ACTIVATION, ACTIVATION_LETTER, ACTIVATION_END -> "antrag";
    };
  }

  /** The names that the attachments get in the unit's system, in their order. */
  public static List<String> attachmentNames(ReceivedRequest request) {
    return files(request).stream().map(File::file).toList();
  }

  private static List<File> files(ReceivedRequest request) {
    List<File> files = new ArrayList<>();
    for (ReceivedAttachment one : request.attachments()) {
      String given = one.about().fileName();
      files.add(
          new File(
              Bundle.ATTACHMENTS + "/" + (files.size() + 1) + "-" + SafeName.of(given),
              given,
              one.about().mediaType(),
              one.size(),
              one.about().field()));
    }
    return files;
  }
}
