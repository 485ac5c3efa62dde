package ch.meinkonto.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How lots are drawn, so that anybody can repeat it: in the spirit of RFC 3797, what decides is
 * fixed and published before anybody can know what comes of it.
 *
 * <p>The hash of a list of tickets is the SHA-256 of them all, sorted, each followed by a line
 * feed. A ticket’s number is the HMAC-SHA-256, under the seed, of three lines with a line feed
 * between them: the list’s hash, the value (empty without one), the ticket. The smallest numbers
 * are drawn, the smallest first. Hexadecimal is in small letters, texts are UTF-8.
 */
public final class Lots {

  private static final String HMAC = "HmacSHA256"; // RFC 2104

  private Lots() {}

  /** What is promised of a seed before it is told. */
  public static String commitment(byte[] seed) {
    return hex(sha256().digest(seed));
  }

  /** The hash of a list of tickets, in whatever order. */
  public static String hash(List<String> tickets) {
    MessageDigest digest = sha256();
    tickets.stream().sorted().forEach(ticket -> digest.update((ticket + "\n").getBytes(UTF_8)));
    return hex(digest.digest());
  }

  /**
   * The tickets drawn, the first one first.
   *
   * @param value what decides besides seed and list; empty when nothing does
   * @param passedOver those that do not want to be drawn any more
   * @param places how many are drawn at most
   */
  public static List<String> draw(
      byte[] seed, List<String> tickets, String value, Set<String> passedOver, int places) {
    String before = hash(tickets) + "\n" + value + "\n";
    return tickets.stream()
        .filter(ticket -> !passedOver.contains(ticket))
        .map(ticket -> new Numbered(hmac(seed, before + ticket), ticket))
        .sorted(Comparator.comparing(Numbered::number))
        .limit(places)
        .map(Numbered::ticket)
        .toList();
  }

  private record Numbered(String number, String ticket) {}

  private static String hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return hex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
