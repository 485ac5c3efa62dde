package ch.meinkonto.platform;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/** A text that a phone reads with its camera (ISO/IEC 18004): which modules are dark. */
public final class QrModules {

  /** How much white it needs on each side, in modules. */
  private static final int QUIET_ZONE = 4;

  private final ByteMatrix modules;

  private QrModules(ByteMatrix modules) {
    this.modules = modules;
  }

  /**
   * Dark modules side by side, drawn as one, so that no printer or screen leaves a line between
   * them.
   *
   * @param x how many modules from the left, white ones included
   * @param y how many modules from the top, white ones included
   */
  public record Run(int x, int y, int length) {}

  /** The code of a text. */
  public static QrModules of(String text) {
    try {
      return new QrModules(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a code", e);
    }
  }

  /** How many modules each side has, white ones included. */
  public int side() {
    return modules.getWidth() + 2 * QUIET_ZONE;
  }

  /** All that is dark, row by row. */
  public List<Run> runs() {
    var runs = new ArrayList<Run>();
    for (var y = 0; y < modules.getHeight(); y++) {
      row(y, runs);
    }
    return runs;
  }

  private void row(int y, List<Run> runs) {
    var x = 0;
    while (x < modules.getWidth()) {
      var end = x;
      while (end < modules.getWidth() && modules.get(end, y) == 1) {
        end++;
      }
      if (end > x) {
        runs.add(new Run(x + QUIET_ZONE, y + QUIET_ZONE, end - x));
      }
      x = end + 1;
    }
  }
}
