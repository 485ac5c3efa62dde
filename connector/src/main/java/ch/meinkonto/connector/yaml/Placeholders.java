package ch.meinkonto.connector.yaml;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in {@code ${NAME}} from the environment, or {@code ${NAME:otherwise}} if it is not set. */
public final class Placeholders {

  private static final Pattern NAME = Pattern.compile("\\$\\{([^}:]*)(?::([^}]*))?}");

  private final Function<String, Optional<String>> environment;

  public Placeholders(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  /** Whether a text is one name and nothing else, with no value in its place. */
  static boolean isOne(String text) {
    Matcher name = NAME.matcher(text);
    return name.matches() && name.group(2) == null;
  }

  /** The text with all names filled in; a name that is not set is noted. */
  String fill(String text, int line, Findings findings) {
    Matcher names = NAME.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (names.find()) {
      Optional<String> value =
          environment.apply(names.group(1)).or(() -> Optional.ofNullable(names.group(2)));
      if (value.isEmpty()) {
        findings.add(line, "${" + names.group(1) + "} is not set in the environment");
      }
      names.appendReplacement(filled, Matcher.quoteReplacement(value.orElse("")));
    }
    return names.appendTail(filled).toString();
  }
}
