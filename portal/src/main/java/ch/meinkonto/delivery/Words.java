package ch.meinkonto.delivery;

import static java.util.Objects.requireNonNull;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.request.FormalMessage;
import ch.meinkonto.request.UnitDocument;
import ch.meinkonto.request.UnitMessage;
import ch.meinkonto.request.UnitRefund;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what a unit writes before it goes anywhere: sizes, names, media types. */
final class Words {

  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_DOCUMENTS = 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}");

  private Words() {}

  static @Nullable String checked(@Nullable String text) {
    if (text != null && text.length() > LONGEST_TEXT) {
      throw refused("the text is longer than " + LONGEST_TEXT + " characters");
    }
    return text == null || text.isBlank() ? null : text;
  }

  static String required(String text) {
    var checked = checked(text);
    if (checked == null) {
      throw refused("the text is missing");
    }
    return checked;
  }

  static UnitMessage of(UnitEvent.Message message, Instant writtenAt) {
    if (message.documents().size() > MOST_DOCUMENTS) {
      throw refused("more than " + MOST_DOCUMENTS + " documents");
    }
    return new UnitMessage(
        required(message.text()),
        message.documents().stream().map(Words::document).toList(),
        writtenAt);
  }

  static FormalMessage formal(UnitEvent.Message message, Instant writtenAt) {
    return new FormalMessage(
        name("messageId", requireNonNull(message.messageId())),
        requireNonNull(message.formal()),
        of(message, writtenAt));
  }

  static UnitRefund refund(UnitEvent.Refund refund, Instant at) {
    return new UnitRefund(
        name("refundId", refund.refundId()), refund.amount(), required(refund.text()), at);
  }

  /** How a unit calls what it writes. */
  static String name(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw refused(what + " is not of the form " + NAME);
    }
    return name;
  }

  private static UnitDocument document(Document document) {
    if (!MEDIA_TYPE.matcher(document.mediaType()).matches()) {
      throw refused("a document's mediaType is none");
    }
    try {
      return new UnitDocument(fileName(document.name()), document.mediaType(), document.bytes());
    } catch (IllegalArgumentException e) {
      throw refused("a document's content is not base64");
    }
  }

  /** The name alone: no path, nothing that a file system or a page could stumble over. */
  private static String fileName(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var plain = last.replaceAll("\\p{Cntrl}|\\p{Cf}|[\"<>|:*?]", "").strip();
    if (plain.isEmpty() || plain.length() > LONGEST_NAME || plain.chars().allMatch(c -> c == '.')) {
      throw refused("a document's name is none");
    }
    return plain;
  }

  static Refusal refused(String detail) {
    return new Refusal(ProblemType.INVALID_EVENT, detail);
  }
}
