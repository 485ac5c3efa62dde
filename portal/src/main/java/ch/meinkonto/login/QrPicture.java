package ch.meinkonto.login;

import ch.meinkonto.platform.QrModules;
import java.util.stream.Collectors;

/**
 * A QR code as a page draws it.
 *
 * @param text what a camera reads
 * @param side how long each side is, in the picture's own measure
 * @param path the dark parts, as an SVG path
 */
public record QrPicture(String text, int side, String path) {

  static QrPicture of(String text) {
    var modules = QrModules.of(text);
    return new QrPicture(
        text,
        modules.side(),
        modules.runs().stream()
            .map(run -> "M%d %dh%dv1h-%dz".formatted(run.x(), run.y(), run.length(), run.length()))
            .collect(Collectors.joining()));
  }
}
