package ch.meinkonto.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts what belongs to an account under the account's own data key (AES-256-GCM, NIST SP
 * 800-38D), so that closing the account makes every copy unreadable, backups included.
 *
 * <p>Format: one byte version, twelve bytes nonce, ciphertext with tag.
 */
@Component
public class AccountCipher {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final DataKeys keys;
  private final SecureRandom random = new SecureRandom();

  AccountCipher(DataKeys keys) {
    this.keys = keys;
  }

  /**
   * Encrypts bytes of an account.
   *
   * @param context where they are kept, such as {@code messages.body/<row id>}: they open only
   *     there
   * @throws NoSuchAccount when the account is closed
   */
  public byte[] encrypt(AccountId account, byte[] plain, String context) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var ciphertext = cipher(Cipher.ENCRYPT_MODE, account, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE_BYTES + ciphertext.length)
          .put(VERSION)
          .put(nonce)
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Decrypts what {@link #encrypt} made.
   *
   * @throws NoSuchAccount when the account is closed
   * @throws IllegalStateException when the bytes were changed or moved
   */
  public byte[] decrypt(AccountId account, byte[] sealed, String context) {
    if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
      throw new IllegalStateException("Not an encrypted value: " + context);
    }
    var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, account, nonce, context)
          .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("An encrypted value does not open: " + context, e);
    }
  }

  private Cipher cipher(int mode, AccountId account, byte[] nonce, String context)
      throws GeneralSecurityException {
    SecretKey key = keys.of(account);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((context + "/" + account).getBytes(UTF_8));
    return cipher;
  }
}
