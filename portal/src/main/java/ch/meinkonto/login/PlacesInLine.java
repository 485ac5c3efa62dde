package ch.meinkonto.login;

import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.platform.crypto.SignedBytes;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The line of those who log in by password: each takes a core for a moment, so only a few have
 * their turn at once. Whoever does not get theirs within one request sends the same again, with the
 * time at which they first came: so they keep their place, at whichever node. The browser does so
 * by itself: it is sent on with 307 (RFC 9110, 15.4.8), which keeps what was typed. The portal
 * keeps nothing; the time is signed, for one address.
 */
@Component
class PlacesInLine {

  static final String PARAMETER = "reihe";

  /**
   * In turns of ten seconds, so that no browser has been sent on too often: that ends at twenty.
   */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** Whoever comes later than that begins anew. */
  private static final Duration GOOD_FOR = LONGEST.plusMinutes(1);

  /** So long one request waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Four for each core: while one hashes, others look up and store what goes with it. */
  static final int AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();

  private final Turns turns = new Turns(AT_ONCE);
  private final SignedBytes signed;
  private final Clock clock;

  PlacesInLine(SignedBytes signed, Clock clock) {
    this.signed = signed;
    this.clock = clock;
  }

  /** Waits for the turn of somebody who first came then; whether they have it now. */
  boolean awaitTurn(Instant since) {
    return turns.await(since, PATIENCE);
  }

  void endTurn() {
    turns.end();
  }

  /** When they first came: what the ticket says, or now. */
  Instant since(@Nullable String ticket, EmailAddress address) {
    var now = clock.instant();
    return Optional.ofNullable(ticket)
        .flatMap(word -> read(word, address))
        .filter(since -> !since.isAfter(now) && since.plus(GOOD_FOR).isAfter(now))
        .orElse(now);
  }

  /** Where they send it again; empty when they have waited too long. */
  Optional<String> again(String page, Instant since, EmailAddress address) {
    return since.plus(LONGEST).isAfter(clock.instant())
        ? Optional.of(
            UriComponentsBuilder.fromUriString(page)
                .queryParam(PARAMETER, ticket(since, address))
                .build()
                .toUriString())
        : Optional.empty();
  }

  private String ticket(Instant since, EmailAddress address) {
    var time = ByteBuffer.allocate(Long.BYTES).putLong(since.toEpochMilli()).array();
    return signed.written(purpose(address), time);
  }

  private Optional<Instant> read(String ticket, EmailAddress address) {
    return signed
        .read(purpose(address), ticket, Long.BYTES)
        .map(time -> Instant.ofEpochMilli(ByteBuffer.wrap(time).getLong()));
  }

  private static String purpose(EmailAddress address) {
    return "login-place/" + address.value();
  }
}
