package ch.meinkonto.contract;

import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;

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

  /** The id of the key for which a compact JWE is sealed, read from how it begins. */
  public static Optional<String> keyOf(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.US_ASCII);
    int end = text.indexOf('.');
    try {
      return end < 0
          ? Optional.empty()
          : Optional.ofNullable(JWEHeader.parse(new Base64URL(text.substring(0, end))).getKeyID());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "SealedPart[" + name + ", " + size() + " bytes]";
  }
}
