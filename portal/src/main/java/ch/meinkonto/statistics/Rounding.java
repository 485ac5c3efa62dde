package ch.meinkonto.statistics;

import ch.meinkonto.platform.crypto.LookupHash;
import java.nio.ByteBuffer;
import org.springframework.stereotype.Component;

/**
 * Rounds each cell at random up or down to a multiple of five, so that it is right on average
 * (random rounding to base 5, as Statistics Canada does it). By a keyed hash of the cell: the same
 * always goes the same way, so asking again tells nothing, and nobody can tell which way it went.
 */
@Component
class Rounding {

  /** What is smaller is not told. */
  static final int BASE = 5;

  private final LookupHash hash;

  Rounding(LookupHash hash) {
    this.hash = hash;
  }

  Figure of(Cell cell, long count) {
    return rounded(cell, count, draw(cell));
  }

  /**
   * Up when the draw is less than what is over a multiple.
   *
   * @param draw from 0 to 4, each as likely as the others
   */
  static Figure rounded(Cell cell, long count, int draw) {
    var over = Math.floorMod(count, BASE);
    var rounded = count - over + (draw < over ? BASE : 0);
    return new Figure(cell, rounded, count > 0 && count < BASE);
  }

  private int draw(Cell cell) {
    var name =
        String.join(
            " ",
            cell.month().toString(),
            cell.measure().code(),
            cell.service(),
            cell.unit(),
            cell.detail());
    return Math.floorMod(ByteBuffer.wrap(hash.of("statistics-rounding", name)).getLong(), BASE);
  }
}
