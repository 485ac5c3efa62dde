package ch.meinkonto.contract;

import java.util.Objects;

/**
 * One sealed part, described without opening it.
 *
 * @param name {@code metadata}, {@code data}, {@code attachment-1} …, {@code attachment-1.2} …
 * @param mediaType of the content
 * @param size bytes of the compact JWE
 * @param tag the JWE's authentication tag, base64url: proves which bytes, without keeping them
 */
public record Part(String name, String mediaType, long size, String tag) {

  /** The part with envelope, sender and list of attachments. */
  public static final String METADATA = "metadata";

  /** The part with the answers as one JSON object. */
  public static final String DATA = "data";

  /**
   * Most bytes of an attachment in one part. A larger attachment lies in several, its fragments:
   * whoever seals or opens it holds one of them at a time.
   */
  public static final int FRAGMENT = 4 * 1024 * 1024;

  public Part {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(tag, "tag");
  }

  /** Name of the n-th attachment, counted from one. */
  public static String attachment(int number) {
    return "attachment-" + number;
  }

  /** Name of the n-th fragment of an attachment, counted from one: the first has its name. */
  public static String fragment(String attachment, int number) {
    return number == 1 ? attachment : attachment + "." + number;
  }

  /** In how many parts an attachment of so many bytes lies. */
  public static int fragments(long size) {
    return Math.toIntExact(Math.max(1, Math.ceilDiv(size, FRAGMENT)));
  }
}
