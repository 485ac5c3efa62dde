package ch.meinkonto.contract;

import java.nio.charset.StandardCharsets;

/**
 * A part that only the unit can open.
 *
 * @param name the part's name, also inside the seal
 * @param mediaType of the content
 * @param jwe compact JWE
 */
public record SealedPart(String name, String mediaType, String jwe) {

  /** The authentication tag: the last segment of the JWE. */
  public String tag() {
    return jwe.substring(jwe.lastIndexOf('.') + 1);
  }

  /** Bytes of the compact JWE. */
  public long size() {
    return jwe.length();
  }

  /** The compact JWE as bytes. */
  public byte[] bytes() {
    return jwe.getBytes(StandardCharsets.US_ASCII);
  }

  /** The part's description. */
  public Part part() {
    return new Part(name, mediaType, size(), tag());
  }

  /** The part's line in a receipt. */
  public Receipt.PartTag partTag() {
    return new Receipt.PartTag(name, tag());
  }

  @Override
  public String toString() {
    return "SealedPart[" + name + ", " + size() + " bytes]";
  }
}
