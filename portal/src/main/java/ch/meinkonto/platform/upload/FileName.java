package ch.meinkonto.platform.upload;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file’s name as it can safely be shown, stored and written into somebody’s folder. */
public final class FileName {

  private static final int MAX_LENGTH = 120;

  private static final Map<String, Set<String>> ENDINGS =
      Map.of(
          "application/pdf", Set.of("pdf"),
          "image/jpeg", Set.of("jpg", "jpeg"),
          "image/png", Set.of("png"),
          "image/webp", Set.of("webp"),
          "image/heic", Set.of("heic", "heif"));

  /** Control, direction and private characters, halves of pairs. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Co}\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]");

  private FileName() {}

  /** The last part of the given name, without what is dangerous, with the ending of its kind. */
  public static String clean(@Nullable String given, String mediaType) {
    var name = line(given == null ? "" : given);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[<>:\"|?*%;$`]", "").replaceAll("^[. ]+", "").strip();
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

  private static String line(String given) {
    var spaced = Normalizer.normalize(given, Normalizer.Form.NFC).replaceAll("[\\s\\u00a0]+", " ");
    return UNSEEN.matcher(spaced).replaceAll("").strip();
  }
}
