package ch.meinkonto.messages;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that somebody else wrote, made fit to be shown: no control characters, nothing that turns
 * the direction of writing, addresses recognised only where they are what they look like.
 */
final class PlainText {

  private static final int LONGEST = 20_000;

  /** Control and format characters (Unicode Cc, Cf), such as the ones that turn text around. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\u00AD]]");

  private static final Pattern ADDRESS = Pattern.compile("https://[^\\s<>\"«»]{4,500}");
  private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]}'’]+$");
  private static final Pattern PARAGRAPHS = Pattern.compile("\\n[ \\t]*\\n\\s*");

  private PlainText() {}

  /** Without what cannot be seen, at most 20,000 characters long. */
  static String clean(String text) {
    var lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    var seen = UNSEEN.matcher(lines).replaceAll("").strip();
    return seen.length() <= LONGEST ? seen : seen.substring(0, LONGEST) + " …";
  }

  /** In paragraphs, each in lines, each in pieces. */
  static List<List<List<Piece>>> paragraphs(String text) {
    var clean = clean(text);
    if (clean.isEmpty()) {
      return List.of();
    }
    return PARAGRAPHS
        .splitAsStream(clean)
        .map(paragraph -> paragraph.lines().map(PlainText::pieces).toList())
        .toList();
  }

  private static List<Piece> pieces(String line) {
    var pieces = new ArrayList<Piece>();
    var addresses = ADDRESS.matcher(line);
    int at = 0;
    while (addresses.find()) {
      var address = TRAILING.matcher(addresses.group()).replaceFirst("");
      if (leadsWhereItSays(address)) {
        if (addresses.start() > at) {
          pieces.add(new Piece(line.substring(at, addresses.start()), null));
        }
        pieces.add(new Piece(address, address));
        at = addresses.start() + address.length();
      }
    }
    if (at < line.length() || pieces.isEmpty()) {
      pieces.add(new Piece(line.substring(at), null));
    }
    return pieces;
  }

  /** Only plain ASCII hosts without a user part: {@code https://city.ch@elsewhere} is no link. */
  private static boolean leadsWhereItSays(String address) {
    try {
      var uri = new URI(address);
      return uri.getHost() != null && uri.getRawUserInfo() == null && uri.getPort() == -1;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
