package ch.meinkonto.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draw as people see it.
 *
 * @param path the address of its page
 * @param state {@code open}, {@code closed}, {@code drawn} or {@code cancelled}
 * @param until until when one can enter, in words; empty when nobody said
 * @param entered about how many have, in words
 * @param source what decides besides the seed, and {@code value} what came of it; null if nothing
 * @param hash of the tickets, {@code tickets} all of them; null and empty until they are published
 * @param seed null until it is drawn
 * @param drawn the tickets drawn, the first one first
 * @param own the visitor’s own ticket; null without one, and once they have been told
 */
public record DrawView(
    String path,
    String state,
    int places,
    String until,
    String entered,
    String commitment,
    @Nullable String source,
    @Nullable String value,
    @Nullable String hash,
    List<String> tickets,
    @Nullable String seed,
    List<String> drawn,
    List<String> takenBack,
    @Nullable Own own) {

  /**
   * What the visitor has entered.
   *
   * @param href where they read more, and take it back
   */
  public record Own(String ticket, String href) {}
}
