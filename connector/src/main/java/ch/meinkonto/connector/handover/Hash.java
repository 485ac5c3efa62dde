package ch.meinkonto.connector.handover;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Hash {

  private Hash() {}

  public static String of(byte[]... contents) {
    MessageDigest digest = sha256();
    for (byte[] content : contents) {
      digest.update(content);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of a file, which is read for it. */
  public static String of(Content content) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(content.open(), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
