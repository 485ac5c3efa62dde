package ch.meinkonto.connector.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.connector.yaml.YamlMap;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path below the API's address, with names in braces: {@code /faelle/{case}?art={service}}. */
record PathTemplate(String text) {

  private static final Pattern NAME = Pattern.compile("\\{([a-z-]*)}");
  private static final Pattern DOTS = Pattern.compile("[.]*");

  /** The path under a key that must be there; only these names may stand in it. */
  static Optional<PathTemplate> read(YamlMap options, String key, Set<String> names) {
    Optional<String> text = options.text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher found = NAME.matcher(text.get());
    while (found.find()) {
      if (!names.contains(found.group(1))) {
        options.finding(
            key,
            "knows no {%s}; known here: %s"
                .formatted(found.group(1), String.join(", ", new TreeSet<>(names))));
      }
    }
    if (!isPath(NAME.matcher(text.get()).replaceAll("x"))) {
      options.finding(key, "must be a path such as /faelle/{submission}");
    }
    return text.map(PathTemplate::new);
  }

  private static boolean isPath(String filled) {
    try {
      URI uri = URI.create("http://host" + filled);
      return filled.startsWith("/") && "host".equals(uri.getHost()) && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  boolean has(String name) {
    return text.contains("{" + name + "}");
  }

  /** The address with all names filled in; no value can leave its place. */
  URI below(String address, Map<String, String> values) throws NotNow {
    Matcher names = NAME.matcher(text);
    StringBuilder path = new StringBuilder(address);
    while (names.find()) {
      String value = values.get(names.group(1));
      if (value == null || (DOTS.matcher(value).matches() && !names.group(1).equals("cursor"))) {
        throw new NotNow("its system has given no usable {%s}".formatted(names.group(1)));
      }
      names.appendReplacement(
          path, Matcher.quoteReplacement(URLEncoder.encode(value, UTF_8).replace("+", "%20")));
    }
    return URI.create(names.appendTail(path).toString());
  }
}
