package ch.meinkonto.directory;

import ch.meinkonto.platform.crypto.Sha256;
import ch.meinkonto.platform.yaml.Findings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code theme.css}. A theme sets colours and shapes, never layout, and fetches nothing: it
 * consists of custom properties in {@code :root}, also for dark, print and the like.
 */
public final class ThemeFile implements CityPart<Theme> {

  private static final int MAX_BYTES = 64_000;
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|(?<media>@media[^{};@<>]{1,200}\\{)|(?<root>:root(?:\\[[a-z-]+=\"?[a-z-]+\"?\\])?\\s*\\{)"
              + "|(?<property>--[a-z][a-z0-9-]*\\s*:(?<value>[^{};<>@\\\\]{1,300});)|(?<end>\\})");
  private static final Pattern FETCHES =
      Pattern.compile("url\\s*\\(|image-set|src\\s*\\(|expression", Pattern.CASE_INSENSITIVE);

  @Override
  public Class<Theme> type() {
    return Theme.class;
  }

  @Override
  public Theme read(CityReading reading) {
    var file = reading.folder().resolve("theme.css");
    try {
      if (Files.size(file) > MAX_BYTES) {
        reading.findings().add(file, 1, "a theme has at most 64 KB");
        return theme("");
      }
      var css = Files.readString(file);
      check(file, css, reading.findings());
      return theme(css);
    } catch (IOException e) {
      reading.findings().add(file, 1, "the theme is missing or can’t be read");
      return theme("");
    }
  }

  static void check(Path file, String css, Findings findings) {
    var text = COMMENT.matcher(css).replaceAll(comment -> comment.group().replaceAll("[^\n]", " "));
    var token = TOKEN.matcher(text);
    var open = 0;
    var inRoot = false;
    var at = 0;
    while (at < text.length()) {
      if (!token.region(at, text.length()).lookingAt()) {
        findings.add(
            file, line(text, at), "a theme has only custom properties (--name: value;) in :root");
        return;
      }
      var fits =
          token.group("media") != null
              ? open == 0
              : token.group("root") != null ? !inRoot : token.group("property") == null || inRoot;
      if (!fits) {
        findings.add(file, line(text, at), "this may not stand here");
        return;
      }
      if (token.group("value") != null && FETCHES.matcher(token.group("value")).find()) {
        findings.add(file, line(text, at), "a theme fetches nothing");
      }
      open += opens(token);
      inRoot = token.group("root") != null || (inRoot && token.group("end") == null);
      at = token.end();
      if (open < 0) {
        findings.add(file, line(text, at), "one } too many");
        return;
      }
    }
    if (open > 0) {
      findings.add(file, line(text, text.length()), "a } is missing");
    }
  }

  private static int opens(Matcher token) {
    if (token.group("end") != null) {
      return -1;
    }
    return token.group("media") != null || token.group("root") != null ? 1 : 0;
  }

  private static int line(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  private static Theme theme(String css) {
    var hash = Sha256.of(css.getBytes(StandardCharsets.UTF_8));
    return new Theme(css, "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"");
  }
}
