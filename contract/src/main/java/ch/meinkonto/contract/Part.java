package ch.meinkonto.contract;

import java.util.Objects;

/**
 * One sealed part, described without opening it.
 *
 * @param name {@code metadata}, {@code data}, {@code attachment-1} …
 * @param mediaType of the content
 * @param size bytes of the compact JWE
 * @param tag the JWE's authentication tag, base64url: proves which bytes, without keeping them
 */
public record Part(String name, String mediaType, long size, String tag) {

  /** The part with envelope, sender and list of attachments. */
  public static final String METADATA = "metadata";

  /** The part with the answers as one JSON object. */
  public static final String DATA = "data";

  public Part {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(tag, "tag");
  }

  /** Name of the n-th attachment, counted from one. */
  public static String attachment(int number) {
    return "attachment-" + number;
  }
}
