package ch.meinkonto.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Looks for what was typed in everything that lies about: as it is, in UTF-16, base64 (at any
 * offset), hex, URL-encoded, and inside gzip.
 */
final class Canary {

  private static final int MOST_LOOKS = 5;
  private static final int LARGEST_INFLATED = 64 << 20;

  private final Set<String> needles = new HashSet<>();

  Canary(Iterable<String> typed) {
    typed.forEach(this::addForms);
  }

  private void addForms(String text) {
    var bytes = text.getBytes(UTF_8);
    add(bytes);
    add(text.getBytes(UTF_16LE));
    add(text.getBytes(UTF_16BE));
    var hex = HexFormat.of().formatHex(bytes);
    needles.add(hex);
    needles.add(hex.toUpperCase(Locale.ROOT));
    needles.add(URLEncoder.encode(text, UTF_8));
    for (var offset = 0; offset < 3; offset++) {
      needles.add(base64Core(bytes, offset, Base64.getEncoder()));
      needles.add(base64Core(bytes, offset, Base64.getUrlEncoder()));
    }
  }

  private void add(byte[] bytes) {
    needles.add(new String(bytes, ISO_8859_1));
  }

  /** The characters that do not depend on what stands before and after. */
  private static String base64Core(byte[] bytes, int offset, Base64.Encoder encoder) {
    var shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    var whole = encoder.withoutPadding().encodeToString(shifted);
    var from = offset == 0 ? 0 : offset + 1;
    var to = whole.length() - (shifted.length % 3 == 0 ? 0 : 1);
    return whole.substring(from, to);
  }

  /** Where it was found in a folder: the files, with what was found first. */
  List<String> findIn(Path folder) throws IOException {
    for (int look = 1; ; look++) {
      try {
        return allIn(folder);
      } catch (NoSuchFileException moved) {
        // a running database renames its files; what has another name now must be read, too
        if (look == MOST_LOOKS) {
          throw moved;
        }
      }
    }
  }

  private List<String> allIn(Path folder) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (isIn(Files.readAllBytes(file))) {
          found.add(folder.relativize(file).toString());
        }
      }
    }
    return found;
  }

  /** Whether it is in these bytes. */
  boolean isIn(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    if (needles.stream().anyMatch(text::contains)) {
      return true;
    }
    for (var at = text.indexOf("\u001f\u008b\b");
        at >= 0;
        at = text.indexOf("\u001f\u008b\b", at + 1)) {
      var inflated = new String(inflate(bytes, at), ISO_8859_1);
      if (needles.stream().anyMatch(inflated::contains)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] inflate(byte[] bytes, int at) {
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(bytes, at, bytes.length - at))) {
      return stream.readNBytes(LARGEST_INFLATED);
    } catch (IOException notReallyGzip) {
      return new byte[0];
    }
  }
}
