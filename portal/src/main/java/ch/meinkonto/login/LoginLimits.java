package ch.meinkonto.login;

import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.RateLimits.Ticket;
import ch.meinkonto.platform.database.Write;
import ch.meinkonto.platform.web.NetworkAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How often a password may be tried. Somebody who guesses from one network uses up the tries of
 * that network only; the tries of the whole account are many more; and a browser that was logged in
 * before has tries of its own, so that nobody can lock the owner out of there.
 */
@Component
class LoginLimits {

  static final Limit DEVICE = new Limit("login-device", 10, Duration.ofMinutes(15));
  static final Limit PAIR = new Limit("login-pair", 5, Duration.ofMinutes(15));
  static final Limit ACCOUNT = new Limit("login-account", 50, Duration.ofMinutes(30));
  static final Limit NETWORK = new Limit("login-network", 40, Duration.ofMinutes(10));

  private final RateLimits limits;

  LoginLimits(RateLimits limits) {
    this.limits = limits;
  }

  /** A try that was counted; {@link #undoing} when the password was right. */
  final class Try {

    private final List<Ticket> tickets;
    private final Optional<Duration> pause;
    private final boolean accountWasLimit;

    private Try(List<Ticket> tickets, Optional<Duration> pause, boolean accountWasLimit) {
      this.tickets = tickets;
      this.pause = pause;
      this.accountWasLimit = accountWasLimit;
    }

    /** How long to wait, when it was one too many. */
    Optional<Duration> pause() {
      return pause;
    }

    /** Whether others seem to guess this account's password. */
    boolean accountWasLimit() {
      return accountWasLimit;
    }

    Write undoing() {
      return limits.givingBack(tickets);
    }
  }

  /** Counts a try. */
  Try take(String email, NetworkAddress network, Optional<String> knownDevice) {
    var wanted =
        knownDevice
            .map(device -> List.of(new Ticket(DEVICE, device)))
            .orElseGet(() ->
                List.of(
                    new Ticket(NETWORK, network.value()),
                    new Ticket(PAIR, email + "/" + network.value()),
                    new Ticket(ACCOUNT, email)));
    return switch (limits.take(wanted)) {
      case Decision.Permitted() -> new Try(wanted, Optional.empty(), false);
      case Decision.Refused(var retryAfter, var by) ->
          new Try(List.of(), Optional.of(retryAfter), !by.equals(NETWORK));
    };
  }
}
