package ch.meinkonto.form;

import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.platform.web.TooMany;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How much a network may begin: no more than all the people of a large house would, and far less
 * than a program that fills the database (OWASP ASVS 5.0, 2.4.1).
 */
@Component
class FormLimits {

  static final Limit DRAFTS = new Limit("form-drafts", 2_000, Duration.ofMinutes(10));
  static final Limit UPLOADS = new Limit("form-uploads", 2_000, Duration.ofMinutes(10));

  private final RateLimits limits;

  FormLimits(RateLimits limits) {
    this.limits = limits;
  }

  /**
   * Counts one.
   *
   * @throws TooMany when it is one too many
   */
  void take(Limit limit, HttpServletRequest request) {
    var network = NetworkAddress.of(request).value();
    if (limits.take(limit, network) instanceof Decision.Refused) {
      throw new TooMany();
    }
  }
}
