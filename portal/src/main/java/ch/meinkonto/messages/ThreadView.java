package ch.meinkonto.messages;

import ch.meinkonto.calendar.Subscriptions.Subscription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a thread shows.
 *
 * @param path address of the page
 * @param actor who sent the request for its owner; null when the owner did
 * @param position where the request is on waiting lists; null where nobody said
 * @param entries oldest first
 * @param older address of what was before, null when this is all
 * @param questions those that wait for an answer
 * @param archived whether it was put away
 * @param withdrawable whether the request may still be taken back
 */
public record ThreadView(
    String path,
    String service,
    String unit,
    String reference,
    @Nullable String actor,
    InboxView.Tag tag,
    @Nullable Position position,
    List<Entry> entries,
    @Nullable String older,
    List<OpenQuestion> questions,
    boolean archived,
    boolean withdrawable) {

  /**
   * A message.
   *
   * @param kind receipt, message, formal, question, answer or state
   * @param sentence what the portal itself says, empty for what people write
   * @param paragraphs what was written: paragraphs of lines of pieces
   * @param answered whether a question is answered
   * @param mine whether the reader wrote it
   * @param formal for a formal delivery
   * @param calendar where one subscribes to what fits the request; null where nothing does
   */
  public record Entry(
      String id,
      String kind,
      String from,
      String when,
      String datetime,
      String sentence,
      List<List<List<Piece>>> paragraphs,
      List<File> files,
      boolean answered,
      boolean mine,
      @Nullable FormalView formal,
      @Nullable Subscription calendar) {}

  /**
   * Where the request is on waiting lists.
   *
   * @param lines one for each list
   * @param since when the unit said it
   */
  public record Position(List<String> lines, String since) {}

  /** A file; without an address when only the unit has it. */
  public record File(String name, String meta, @Nullable String href) {}

  /**
   * A question that waits.
   *
   * @param begin how it begins, to tell several apart
   * @param text what was typed already
   * @param href where its fields are; null for one that is answered by a text
   */
  public record OpenQuestion(
      String id,
      String begin,
      boolean uploads,
      String text,
      @Nullable String textError,
      @Nullable String filesError,
      @Nullable String href) {

    /** Whether something has to be corrected. */
    public boolean wrong() {
      return textError != null || filesError != null;
    }
  }
}
