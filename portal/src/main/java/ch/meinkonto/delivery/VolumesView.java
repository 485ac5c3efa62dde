package ch.meinkonto.delivery;

import ch.meinkonto.platform.web.Page;
import java.util.List;

/**
 * How much waited lately, as a picture and as numbers.
 *
 * @param most the highest bar
 */
public record VolumesView(List<Bar> bars, int most) {

  /** How much waited at a time. */
  public record Bar(String time, int waiting) {}

  static VolumesView of(List<Volumes.Volume> volumes, Page page) {
    var bars =
        volumes.stream()
            .map(volume -> new Bar(page.formats().time(volume.at()), volume.waiting()))
            .toList();
    return new VolumesView(bars, bars.stream().mapToInt(Bar::waiting).max().orElse(0));
  }

  /** How high a bar is in a picture of that height. */
  public int height(Bar bar, int picture) {
    return most == 0 ? 0 : (int) Math.ceilDiv((long) bar.waiting() * picture, most);
  }
}
