package ch.meinkonto.contract;

import java.util.Base64;
import java.util.Objects;

/**
 * A document that a unit sends with a message.
 *
 * @param name file name shown to the resident
 * @param mediaType such as {@code application/pdf}
 * @param content base64
 */
public record Document(String name, String mediaType, String content) {

  public Document {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(content, "content");
  }

  /** A document of these bytes. */
  public static Document of(String name, String mediaType, byte[] content) {
    return new Document(name, mediaType, Base64.getEncoder().encodeToString(content));
  }

  /**
   * The bytes.
   *
   * @throws IllegalArgumentException if the content is not base64
   */
  public byte[] bytes() {
    return Base64.getDecoder().decode(content);
  }

  @Override
  public String toString() {
    return "Document[" + mediaType + "]";
  }
}
