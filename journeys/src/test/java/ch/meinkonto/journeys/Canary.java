package ch.meinkonto.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;

/**
 * Looks for what was typed in everything that lies about: as it is, in UTF-16, base64 (at any
 * offset), hex, URL-encoded, and inside of what is packed (gzip, ZIP, and zlib, as in PDF).
 */
final class Canary {

  private static final int MOST_LOOKS = 5;
  private static final int LARGEST_UNPACKED = 64 << 20;
  private static final int PIECE = 8192;

  /** How something packed begins. */
  private static final Map<String, Unpacking> PACKED =
      Map.of(
          "\u001f\u008b\b", GZIPInputStream::new,
          "PK\u0003\u0004", Canary::firstEntry,
          "x\u0001", InflaterInputStream::new,
          "x\u009c", InflaterInputStream::new,
          "x\u00da", InflaterInputStream::new);

  private interface Unpacking {
    InputStream of(InputStream packed) throws IOException;
  }

  private final Set<String> needles = new HashSet<>();

  Canary(Iterable<String> typed) {
    typed.forEach(this::addForms);
    needles.removeIf(this::holdsAnother);
  }

  private static InputStream firstEntry(InputStream packed) throws IOException {
    var zip = new ZipInputStream(packed);
    zip.getNextEntry();
    return zip;
  }

  /** Then the other one is found wherever this one is. */
  private boolean holdsAnother(String needle) {
    return needles.stream().anyMatch(one -> !one.equals(needle) && needle.contains(one));
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

  /** Where it was found in a folder, but for one below it: the files. */
  List<String> findIn(Path folder, Path except) throws IOException {
    for (int look = 1; ; look++) {
      try {
        return allIn(folder, except);
      } catch (NoSuchFileException | UncheckedIOException moved) {
        // a running database renames its files; what has another name now must be read, too
        if (look == MOST_LOOKS) {
          throw moved;
        }
      }
    }
  }

  private List<String> allIn(Path folder, Path except) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(except) && isIn(Files.readAllBytes(file))) {
          found.add(folder.relativize(file).toString());
        }
      }
    }
    return found;
  }

  /** Whether it is in these bytes. */
  boolean isIn(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    return isIn(text)
        || PACKED.entrySet().stream()
            .anyMatch(packed -> isInPacked(bytes, text, packed.getKey(), packed.getValue()));
  }

  private boolean isIn(String text) {
    return needles.stream().anyMatch(text::contains);
  }

  private boolean isInPacked(byte[] bytes, String text, String beginning, Unpacking unpacking) {
    for (var at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
      if (isIn(new String(unpacked(bytes, at, unpacking), ISO_8859_1))) {
        return true;
      }
    }
    return false;
  }

  /** As far as it can be unpacked. */
  private static byte[] unpacked(byte[] bytes, int at, Unpacking unpacking) {
    var out = new ByteArrayOutputStream();
    try (var stream = unpacking.of(new ByteArrayInputStream(bytes, at, bytes.length - at))) {
      var piece = new byte[PIECE];
      for (var length = stream.read(piece);
          length >= 0 && out.size() < LARGEST_UNPACKED;
          length = stream.read(piece)) {
        out.write(piece, 0, length);
      }
    } catch (IOException notReallyPackedOrCutOff) {
      // what came before is looked at
    }
    return out.toByteArray();
  }
}
