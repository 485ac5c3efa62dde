package ch.meinkonto.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the inbox shows.
 *
 * @param folder code of the folder, empty for the inbox itself
 * @param query what was looked for, empty when nothing was
 * @param unread how many threads have something unread
 * @param unopened how many threads have a formal delivery that waits to be opened
 * @param first whether it begins with the newest
 * @param older address of the next page, null when there is none
 * @param putAway the thread that was just put away, to bring it back; null when none was
 */
public record InboxView(
    String folder,
    String query,
    List<Item> items,
    int unread,
    int unopened,
    boolean first,
    @Nullable String older,
    @Nullable String putAway) {

  /** A thread. */
  public record Item(
      String href,
      String subject,
      String from,
      String when,
      String datetime,
      boolean unread,
      String excerpt,
      Tag tag) {}

  /** Where a request stands, in a word. */
  public record Tag(String label, String kind) {}
}
