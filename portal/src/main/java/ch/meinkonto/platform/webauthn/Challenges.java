package ch.meinkonto.platform.webauthn;

import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.database.Erasure;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a key has to sign. A challenge carries its own time and a mark that only the portal can
 * make, so that handing one out costs no row, however many ask; only one that was answered is
 * remembered until it expires, so that it is answered once.
 */
@Component
public class Challenges {

  /** As long as somebody may take to answer. */
  public static final Duration VALID = Duration.ofMinutes(10);

  private static final int RANDOM_BYTES = 16;
  private static final int MARK_AT = RANDOM_BYTES + Long.BYTES;

  private final LookupHash hash;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Challenges(LookupHash hash, JdbcClient jdbc, Clock clock) {
    this.hash = hash;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A new challenge.
   *
   * @param purpose what its answer is good for, and for whom; it is good for nothing else
   */
  public byte[] next(String purpose) {
    var head = new byte[MARK_AT];
    random.nextBytes(head);
    ByteBuffer.wrap(head).putLong(RANDOM_BYTES, clock.millis());
    var mark = mark(head, purpose);
    return ByteBuffer.allocate(MARK_AT + mark.length).put(head).put(mark).array();
  }

  /**
   * Whether this is a challenge for the purpose that is answered in time and for the first time.
   */
  public boolean spend(byte[] challenge, String purpose) {
    if (challenge.length <= MARK_AT) {
      return false;
    }
    var head = Arrays.copyOf(challenge, MARK_AT);
    var mark = Arrays.copyOfRange(challenge, MARK_AT, challenge.length);
    var expires = Instant.ofEpochMilli(ByteBuffer.wrap(head).getLong(RANDOM_BYTES)).plus(VALID);
    return MessageDigest.isEqual(mark, mark(head, purpose))
        && clock.instant().isBefore(expires)
        && remember(mark, expires);
  }

  /** Forgets what nobody can answer any more; returns how many. */
  int eraseExpired() {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return Erasure.erase(jdbc, "platform_spent_challenge", "mark", "expires_at", now);
  }

  private boolean remember(byte[] mark, Instant expires) {
    return jdbc.sql(
                """
                INSERT INTO platform_spent_challenge (mark, expires_at) VALUES (:mark, :expires)
                ON CONFLICT DO NOTHING
                """)
            .param("mark", mark)
            .param("expires", expires.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private byte[] mark(byte[] head, String purpose) {
    return hash.of("passkey-challenge", purpose + "/" + HexFormat.of().formatHex(head));
  }
}
