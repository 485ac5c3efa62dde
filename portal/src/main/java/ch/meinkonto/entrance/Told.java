package ch.meinkonto.entrance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How things stand, in the words of a page.
 *
 * @param said what changes, and is announced when it does
 * @param facts term and text
 * @param percent how much of the way is done; null when that is not known
 * @param opensIn seconds until it opens; null when it has
 * @param pause after how many seconds the page looks again
 * @param login whether to offer a login
 * @param puzzle what the script has to compute, with how many bits; null when nothing
 */
public record Told(
    String service,
    String title,
    String said,
    List<Map.Entry<String, String>> facts,
    @Nullable Integer percent,
    @Nullable Long opensIn,
    long pause,
    boolean login,
    @Nullable String puzzle,
    int bits) {

  static Told of(String service, String title, String said, long pause) {
    return new Told(service, title, said, List.of(), null, null, pause, false, null, 0);
  }

  Told with(List<Map.Entry<String, String>> itsFacts) {
    return new Told(service, title, said, itsFacts, percent, opensIn, pause, login, puzzle, bits);
  }

  Told at(int itsPercent) {
    return new Told(service, title, said, facts, itsPercent, opensIn, pause, login, puzzle, bits);
  }

  Told opening(long seconds, boolean afterLogin) {
    return new Told(service, title, said, facts, percent, seconds, pause, afterLogin, puzzle, bits);
  }

  Told computing(String itsPuzzle, int itsBits) {
    return new Told(
        service, title, said, facts, percent, opensIn, pause, login, itsPuzzle, itsBits);
  }
}
