package ch.meinkonto.connector.mail;

import jakarta.mail.internet.ContentType;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Text as people read it, out of what mail programs send. */
final class PlainText {

  private static final Set<String> ENDING_A_LINE =
      Set.of(
          "p",
          "div",
          "tr",
          "table",
          "ul",
          "ol",
          "li",
          "blockquote",
          "pre",
          "hr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6");

  private PlainText() {}

  /** The text of a page; nothing of it is run, loaded or kept but letters. */
  static String ofHtml(String html) {
    Element body = Jsoup.parse(html).body();
    body.select("script, style, template, noscript, [hidden]").remove();
    Lines lines = new Lines();
    body.traverse(lines);
    return lines
        .text
        .toString()
        .replaceAll("(?<! ) +\n", "\n")
        .replaceAll("\n +", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  private static final class Lines implements NodeVisitor {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode written) {
        text.append(
            isAsItIs(written)
                ? written.getWholeText()
                : written.getWholeText().replaceAll("[\\s\\u00a0]+", " "));
      } else if (node instanceof Element element && element.tagName().equals("li")) {
        endLine();
        text.append("- ");
      } else if (node instanceof Element element && ENDING_A_LINE.contains(element.tagName())) {
        endLine();
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      if (element.tagName().equals("br")) {
        text.append('\n');
      } else if (element.tagName().equals("p")) {
        endLine();
        text.append('\n');
      } else if (ENDING_A_LINE.contains(element.tagName())) {
        endLine();
      } else if (element.tagName().equals("a")) {
        address(element);
      } else if (element.tagName().equals("td")) {
        text.append(' ');
      }
    }

    private static boolean isAsItIs(TextNode written) {
      Element parent = written.parent();
      return parent != null && parent.tagName().equals("pre");
    }

    /** Where a link leads, if its text does not say so. */
    private void address(Element link) {
      String address = link.attr("href").strip();
      boolean isWeb = address.toLowerCase(Locale.ROOT).startsWith("https://");
      if (isWeb && !link.text().contains(address) && address.length() < 500) {
        text.append(" (").append(address).append(')');
      }
    }

    private void endLine() {
      int end = text.length();
      while (end > 0 && text.charAt(end - 1) == ' ') {
        end--;
      }
      text.setLength(end);
      if (end > 0 && text.charAt(end - 1) != '\n') {
        text.append('\n');
      }
    }
  }

  /** RFC 3676: lines that a mail program broke become one again. */
  static String ofFlowed(String text, ContentType type) {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    if (!"flowed".equalsIgnoreCase(type.getParameter("format"))) {
      return unix;
    }
    boolean deletes = "yes".equalsIgnoreCase(type.getParameter("delsp"));
    StringBuilder joined = new StringBuilder();
    for (String line : unix.split("\n", -1)) {
      boolean isQuote = line.startsWith(">");
      String written = line.startsWith(" ") ? line.substring(1) : line;
      boolean goesOn = written.endsWith(" ") && !written.equals("-- ") && !isQuote;
      joined.append(goesOn && deletes ? written.substring(0, written.length() - 1) : written);
      joined.append(goesOn ? "" : "\n");
    }
    return joined.toString();
  }
}
