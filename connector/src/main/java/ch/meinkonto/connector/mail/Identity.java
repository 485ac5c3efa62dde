package ch.meinkonto.connector.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;

/**
 * With what somebody signs and opens mail.
 *
 * @param key never shown
 * @param certificate what others know of it
 */
record Identity(PrivateKey key, X509Certificate certificate) {

  /** Reads a PKCS #12 file with one key in it. */
  static Identity read(Path file, String password) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(file)) {
      store.load(content, password.toCharArray());
    }
    for (String alias : Collections.list(store.aliases())) {
      if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key
          && store.getCertificate(alias) instanceof X509Certificate certificate) {
        return new Identity(key, certificate);
      }
    }
    throw new GeneralSecurityException("no private key in it");
  }

  @Override
  public String toString() {
    return "Identity[" + certificate.getSerialNumber() + "]";
  }
}
