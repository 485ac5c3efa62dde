package ch.meinkonto.connector.worklist.clerk;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.Hash;
import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hashes passwords with Argon2id, one at a time: each takes 19 MiB for a moment. */
final class Hashing {

  private static final int PASSES = 2;
  private static final int MEMORY_KIB = 19 * 1024; // OWASP Password Storage Cheat Sheet
  private static final String CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CODE_LENGTH = 12;

  private final Argon2 argon2 = Argon2Factory.create(Argon2Types.ARGON2id, 16, 32);
  private final String ofNobody = hash(UUID.randomUUID().toString());

  synchronized String hash(String password) {
    return argon2.hash(PASSES, MEMORY_KIB, 1, normalised(password), UTF_8);
  }

  /** For nobody the same work is done. */
  synchronized boolean matches(@Nullable String hash, String password) {
    boolean matches = argon2.verify(hash == null ? ofNobody : hash, normalised(password), UTF_8);
    return hash != null && matches;
  }

  private static char[] normalised(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).toCharArray();
  }

  /** A code to begin with: 58 bits, read out on the phone without doubt. */
  static String newCode() {
    SecureRandom random = new SecureRandom();
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CODE_LENGTH; i++) {
      code.append(i > 0 && i % 4 == 0 ? "-" : "")
          .append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
    }
    return code.toString();
  }

  static String ofCode(String code) {
    return Hash.of(code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "").getBytes(UTF_8));
  }

  static boolean isCode(@Nullable String hash, String typed) {
    return hash != null
        && MessageDigest.isEqual(hash.getBytes(UTF_8), ofCode(typed).getBytes(UTF_8));
  }
}
