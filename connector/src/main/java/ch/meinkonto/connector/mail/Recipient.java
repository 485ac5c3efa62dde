package ch.meinkonto.connector.mail;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Who gets mail.
 *
 * @param address where it goes
 * @param certificate for whom it is encrypted
 * @param lookup the same mailbox at its server, if the connector may look into it
 */
record Recipient(String address, X509Certificate certificate, Optional<Server> lookup) {

  @Override
  public String toString() {
    return address;
  }
}
