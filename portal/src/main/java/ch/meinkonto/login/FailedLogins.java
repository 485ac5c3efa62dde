package ch.meinkonto.login;

import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.web.NetworkAddress;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes a line for each proof that was wrong (OWASP ASVS 5.0, 16.3.1). Who and whence are marks:
 * the same for the same person or network, and worth nothing to who reads the lines elsewhere.
 */
@Component
class FailedLogins {

  private static final Logger LOG = LoggerFactory.getLogger(FailedLogins.class);
  private static final int BYTES = 6;

  private final LookupHash hash;

  FailedLogins(LookupHash hash) {
    this.hash = hash;
  }

  /** Somebody gave a wrong proof for an address. */
  void note(String what, String address, NetworkAddress network) {
    LOG.info("A login failed ({}): who {}, from {}", what, mark(address), mark(network.value()));
  }

  /** Somebody who is logged in gave a wrong further proof. */
  void note(String what, LoggedIn who) {
    LOG.info("A confirmation failed ({}): who {}", what, mark(who.account().toString()));
  }

  private String mark(String value) {
    return HexFormat.of().formatHex(hash.of("log-mark", value), 0, BYTES);
  }
}
