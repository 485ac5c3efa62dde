package ch.meinkonto.platform.upload;

import ch.meinkonto.platform.Printable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file’s name as it can safely be shown, stored and written into somebody’s folder. */
public final class FileName {

  private static final int MAX_LENGTH = 120;
  private static final int MAX_SHOWN = 60;
  private static final int END_SHOWN = 15;

  private static final Map<String, Set<String>> ENDINGS =
      Map.of(
          "application/pdf", Set.of("pdf"),
          "image/jpeg", Set.of("jpg", "jpeg"),
          "image/png", Set.of("png"),
          "image/webp", Set.of("webp"),
          "image/heic", Set.of("heic", "heif"));

  private FileName() {}

  /** What a file is by the ending of its name; empty when residents may send no such file. */
  public static Optional<String> mediaType(String name) {
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ENDINGS.entrySet().stream()
        .filter(type -> type.getValue().contains(ending))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The given name as a page may show it: its last part, on one line, not too long. */
  public static String shown(@Nullable String given) {
    var name = lastPart(given).strip();
    if (name.length() <= MAX_SHOWN) {
      return name.isEmpty() ? "Datei" : name;
    }
    var begin = name.offsetByCodePoints(0, name.codePointCount(0, MAX_SHOWN) - END_SHOWN - 1);
    var end = name.offsetByCodePoints(name.length(), -END_SHOWN);
    return name.substring(0, begin) + "…" + name.substring(end);
  }

  private static String lastPart(@Nullable String given) {
    var name = Printable.line(given == null ? "" : given);
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** The last part of the given name, without what is dangerous, with the ending of its kind. */
  public static String clean(@Nullable String given, String mediaType) {
    var name = lastPart(given).replaceAll("[<>:\"|?*%;$`]", "").replaceAll("^[. ]+", "").strip();
    var dot = name.lastIndexOf('.');
    var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    var allowed = ENDINGS.getOrDefault(mediaType, Set.of());
    var base = allowed.contains(ending) ? name.substring(0, dot) : name;
    var kept =
        allowed.contains(ending) ? ending : allowed.stream().sorted().findFirst().orElse("bin");
    base = base.strip();
    if (base.length() > MAX_LENGTH) {
      base =
          base.substring(
              0,
              base.offsetByCodePoints(
                  0, Math.min(MAX_LENGTH, base.codePointCount(0, base.length()))));
    }
    return (base.isEmpty() ? "datei" : base) + "." + kept;
  }
}
