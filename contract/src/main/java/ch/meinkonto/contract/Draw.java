package ch.meinkonto.contract;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How places of an offer are given by lot, as the portal publishes it: anybody can repeat it, as
 * {@link Lots} says.
 *
 * @param places how many are drawn at most
 * @param commitment SHA-256 of the seed: published before anybody could enter
 * @param source what decides besides seed and list, by language: something that nobody can know
 *     before the list is closed; absent when nothing does
 * @param list all tickets; absent as long as one can enter
 * @param result what came of it; absent until it is drawn
 */
public record Draw(
    String service,
    String offer,
    int places,
    String commitment,
    @Nullable Map<String, String> source,
    @Nullable Tickets list,
    @Nullable Result result) {

  public Draw {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(offer, "offer");
    Objects.requireNonNull(commitment, "commitment");
  }

  /**
   * Who is in the draw, by nothing but their tickets.
   *
   * @param tickets sorted
   * @param hash of them all
   */
  public record Tickets(List<String> tickets, String hash) {
    public Tickets {
      Objects.requireNonNull(hash, "hash");
      tickets = List.copyOf(tickets);
    }

    /** A closed list of these. */
    public static Tickets of(List<String> tickets) {
      return new Tickets(tickets.stream().sorted().toList(), Lots.hash(tickets));
    }
  }

  /**
   * What was drawn.
   *
   * @param seed 32 bytes, in hexadecimal
   * @param value what came of the source; absent without one
   * @param takenBack tickets that were taken back after the list was closed: they are passed over
   * @param drawn the tickets drawn, the first one first
   */
  public record Result(
      String seed, @Nullable String value, List<String> takenBack, List<String> drawn) {
    public Result {
      Objects.requireNonNull(seed, "seed");
      takenBack = List.copyOf(takenBack);
      drawn = List.copyOf(drawn);
    }
  }

  /** The same, once nobody can enter any more. */
  public Draw closed(List<String> tickets) {
    return new Draw(service, offer, places, commitment, source, Tickets.of(tickets), null);
  }

  /** The same, drawn; the list must be closed. */
  public Draw drawn(byte[] seed, @Nullable String value, Set<String> takenBack) {
    var tickets = Objects.requireNonNull(list, "the list is not closed");
    var drawn =
        Lots.draw(
            seed, tickets.tickets(), Objects.requireNonNullElse(value, ""), takenBack, places);
    return new Draw(
        service,
        offer,
        places,
        commitment,
        source,
        tickets,
        new Result(
            HexFormat.of().formatHex(seed), value, takenBack.stream().sorted().toList(), drawn));
  }

  /** What does not hold; nothing when it was drawn as it says. */
  public List<String> flaws() {
    if (list == null || result == null) {
      return List.of("it is not drawn yet: the list or the result is missing");
    }
    var seed = seed(result);
    if (seed.length == 0) {
      return List.of("seed: no hexadecimal number");
    }
    var flaws = new ArrayList<String>();
    if (!Lots.commitment(seed).equals(commitment)) {
      flaws.add("commitment: it promised another seed");
    }
    if (!list.tickets().equals(List.copyOf(new TreeSet<>(list.tickets())))) {
      flaws.add("list: not sorted, or a ticket stands there twice");
    }
    if (!Lots.hash(list.tickets()).equals(list.hash())) {
      flaws.add("list: its hash is another one, so tickets were added, left out or changed");
    }
    if ((source == null) != (result.value() == null)) {
      flaws.add("value: it belongs to a source, and a source has one");
    }
    var again = drawn(seed, result.value(), Set.copyOf(result.takenBack())).result();
    compare(Objects.requireNonNull(again).drawn(), result.drawn(), flaws);
    return List.copyOf(flaws);
  }

  private static byte[] seed(Result result) {
    try {
      return HexFormat.of().parseHex(result.seed());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static void compare(List<String> right, List<String> told, List<String> flaws) {
    if (right.size() != told.size()) {
      flaws.add("drawn: %d tickets, and should be %d".formatted(told.size(), right.size()));
    }
    for (var place = 0; place < Math.min(right.size(), told.size()); place++) {
      if (!right.get(place).equals(told.get(place))) {
        flaws.add(
            "drawn: place %d is %s, and should be %s"
                .formatted(place + 1, told.get(place), right.get(place)));
      }
    }
  }
}
