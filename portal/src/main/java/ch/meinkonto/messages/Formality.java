package ch.meinkonto.messages;

import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.platform.crypto.Sha256;
import ch.meinkonto.request.FormalDelivery;
import ch.meinkonto.request.UnitMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a message a formal delivery; stored in its body.
 *
 * @param messageId the unit's name for it
 * @param lastDay on which day its time ends; null when it waits without end
 * @param deemed whether it counts as delivered then
 * @param contents which bytes were delivered
 * @param opened evidence that it was opened (compact JWS)
 * @param missed evidence that it was not opened in time (compact JWS)
 */
record Formality(
    String messageId,
    Formal.Kind kind,
    Instant arrivedAt,
    @Nullable LocalDate lastDay,
    boolean deemed,
    List<Receipt.Content> contents,
    @Nullable String opened,
    @Nullable String missed) {

  Formality {
    contents = List.copyOf(contents);
  }

  static Formality of(FormalDelivery delivery, UnitMessage message) {
    return new Formality(
        delivery.messageId(),
        delivery.kind(),
        delivery.arrivedAt(),
        delivery.lastDay(),
        delivery.deemed(),
        contents(message),
        null,
        null);
  }

  private static List<Receipt.Content> contents(UnitMessage message) {
    var contents = new ArrayList<Receipt.Content>();
    contents.add(content("text", message.text().getBytes(StandardCharsets.UTF_8)));
    for (var document : message.documents()) {
      contents.add(content("document-" + contents.size(), document.content()));
    }
    return contents;
  }

  private static Receipt.Content content(String name, byte[] bytes) {
    return new Receipt.Content(name, HexFormat.of().formatHex(Sha256.of(bytes)));
  }

  Formality openedBy(@Nullable String evidence) {
    return new Formality(messageId, kind, arrivedAt, lastDay, deemed, contents, evidence, missed);
  }

  Formality missedBy(String evidence) {
    return new Formality(messageId, kind, arrivedAt, lastDay, deemed, contents, opened, evidence);
  }

  /** How the request's side describes it. */
  FormalDelivery delivery() {
    return new FormalDelivery(messageId, kind, arrivedAt, lastDay, deemed);
  }

  /** The evidence that counts; null while there is none. */
  @Nullable String evidence() {
    return opened != null ? opened : missed;
  }
}
