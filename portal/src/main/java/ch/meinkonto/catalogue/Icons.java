package ch.meinkonto.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The symbols that a city may choose from: those of the portal’s own set. */
final class Icons {

  private static final String SPRITE = "/static/assets/icon/sprite.svg";
  private static final Pattern SYMBOL = Pattern.compile("<symbol[^>]*\\bid=\"([a-z-]+)\"");

  private Icons() {}

  static Set<String> names() {
    try (var file = Icons.class.getResourceAsStream(SPRITE)) {
      if (file == null) {
        throw new IllegalStateException(SPRITE + " is missing");
      }
      var names = new TreeSet<String>();
      SYMBOL
          .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .forEach(symbol -> names.add(symbol.group(1)));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
