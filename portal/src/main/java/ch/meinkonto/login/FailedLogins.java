package ch.meinkonto.login;

import ch.meinkonto.platform.crypto.LogMarks;
import ch.meinkonto.platform.web.NetworkAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes a line for each proof that was wrong (OWASP ASVS 5.0, 16.3.1). Who and whence are marks.
 */
@Component
class FailedLogins {

  private static final Logger LOG = LoggerFactory.getLogger(FailedLogins.class);

  private final LogMarks marks;

  FailedLogins(LogMarks marks) {
    this.marks = marks;
  }

  /** Somebody gave a wrong proof for an address. */
  void note(String what, String address, NetworkAddress network) {
    LOG.info(
        "A login failed ({}): who {}, from {}", what, marks.of(address), marks.of(network.value()));
  }

  /** Somebody who is logged in gave a wrong further proof. */
  void note(String what, LoggedIn who) {
    LOG.info("A confirmation failed ({}): who {}", what, marks.of(who.account().toString()));
  }
}
