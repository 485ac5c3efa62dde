package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.Localized;
import ch.meinkonto.platform.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The few signs that a city’s longer texts may use: paragraphs, lists with {@code - }, {@code
 * **bold**} and {@code [links](https://…)}. Everything else is shown as it is written; there is no
 * way to bring HTML in.
 */
public final class Markdown {

  private static final Pattern BOLD = Pattern.compile("\\*\\*(?=\\S)([^*]{1,500})(?<=\\S)\\*\\*");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]{1,200})\\]\\(([^()\\s]{1,500})\\)");

  /** After escaping: an address outside, one to write to, or a page of the portal itself. */
  private static final Pattern TARGET =
      Pattern.compile("https://[^\\s\"'<>]+|mailto:[^\\s\"'<>?]+|/(?!/)[^\\s\"'<>\\\\]*");

  private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*\\n+");

  private Markdown() {}

  /** The text of each language, with a finding for what can’t be shown as it was meant. */
  public static Localized<String> read(YamlNode node, Languages languages) {
    var text = node.localized(languages);
    if (!node.isMissing()) {
      text.values().values().stream()
          .distinct()
          .flatMap(value -> mistake(value).stream())
          .forEach(node::finding);
    }
    return text;
  }

  /** What the author probably meant otherwise. */
  static Optional<String> mistake(String text) {
    if (Pattern.compile("</?[a-zA-Z][^>]*>").matcher(text).find()) {
      return Optional.of(
          "HTML is not shown; use paragraphs, lists, **bold** and [links](https://…)");
    }
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(2))
        .filter(target -> !TARGET.matcher(target).matches())
        .findFirst()
        .map(target -> "a link goes to https://…, mailto:… or /…, not to “" + target + "”");
  }

  /** The text as HTML, safe to put into a page as it is. */
  public static String html(String text) {
    var html = new StringBuilder();
    for (var block : BLANK_LINES.split(text.strip().replace("\r", ""))) {
      blocks(block.lines().toList(), html);
    }
    return html.toString();
  }

  /** The text of one line as HTML: bold and links only. */
  public static String inline(String text) {
    var links =
        LINK.matcher(escape(text))
            .replaceAll(link -> {
              var target = link.group(2);
              return java.util.regex.Matcher.quoteReplacement(
                  TARGET.matcher(target).matches()
                      ? "<a href=\"" + target + "\">" + link.group(1) + "</a>"
                      : link.group(1));
            });
    return BOLD.matcher(links).replaceAll("<strong>$1</strong>");
  }

  /** The text without its signs, for descriptions and the search. */
  public static String plain(String text) {
    return LINK.matcher(BOLD.matcher(text).replaceAll("$1"))
        .replaceAll("$1")
        .replaceAll("(?m)^- ", "");
  }

  private static void blocks(List<String> lines, StringBuilder html) {
    var paragraph = new ArrayList<String>();
    var items = new ArrayList<String>();
    for (var line : lines) {
      var stripped = line.strip();
      if (stripped.startsWith("- ")) {
        paragraph(paragraph, html);
        items.add(stripped.substring(2));
      } else if (!items.isEmpty() && line.startsWith("  ")) {
        items.add(items.removeLast() + " " + stripped);
      } else {
        list(items, html);
        paragraph.add(stripped);
      }
    }
    paragraph(paragraph, html);
    list(items, html);
  }

  private static void paragraph(List<String> lines, StringBuilder html) {
    if (!lines.isEmpty()) {
      html.append("<p>").append(inline(String.join(" ", lines))).append("</p>");
      lines.clear();
    }
  }

  private static void list(List<String> items, StringBuilder html) {
    if (!items.isEmpty()) {
      html.append("<ul>");
      items.forEach(item -> html.append("<li>").append(inline(item)).append("</li>"));
      html.append("</ul>");
      items.clear();
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
