package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Days and hours that a unit tells everybody, to be subscribed to: when waste is collected in a
 * quarter, when a hall is open. Public: nothing in it is about a person. Texts are by language (BCP
 * 47).
 *
 * @param name what it is called
 */
public record Calendar(Map<String, String> name, List<Entry> entries) {

  public static final int MOST_ENTRIES = 1_000;

  public Calendar {
    entries = List.copyOf(entries);
    if (name.isEmpty() || entries.size() > MOST_ENTRIES) {
      throw new IllegalArgumentException("a calendar has a name, and not too many entries");
    }
    var ids = new HashSet<String>();
    if (!entries.stream().allMatch(entry -> ids.add(entry.id()))) {
      throw new IllegalArgumentException("two entries have the same id");
    }
  }

  /**
   * A whole day, or from one moment to another.
   *
   * @param id the unit’s name for it: under the same name an entry moves, and does not come twice
   * @param day absent for what begins and ends at a time
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Entry(
      String id,
      Map<String, String> title,
      @Nullable LocalDate day,
      @Nullable Instant starts,
      @Nullable Instant ends,
      @Nullable Map<String, String> place,
      @Nullable Map<String, String> note) {

    public Entry {
      Objects.requireNonNull(id, "id");
      if (title.isEmpty() || id.isEmpty()) {
        throw new IllegalArgumentException("an entry has an id and a title");
      }
      if (day == null
          ? starts == null || ends == null || ends.isBefore(starts)
          : starts != null || ends != null) {
        throw new IllegalArgumentException("an entry has a day, or starts and then ends");
      }
    }

    /** A whole day. */
    public static Entry of(String id, Map<String, String> title, LocalDate day) {
      return new Entry(id, title, day, null, null, null, null);
    }
  }
}
