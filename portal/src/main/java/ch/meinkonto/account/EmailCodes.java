package ch.meinkonto.account;

import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.platform.crypto.RandomTokens;
import ch.meinkonto.platform.crypto.SealedColumn;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes by mail: somebody shows that they read the mail of an address. What the code is for waits
 * meanwhile, sealed; the browser holds a token, the mailbox the code, and only both together go on.
 */
@Component
public class EmailCodes {

  /** How long a code can be entered (OWASP ASVS 5.0, 6.5.5). */
  public static final Duration VALID = Duration.ofMinutes(10);

  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_TRIES = 5;
  private static final int MOST_SENT = 4;
  private static final int TOKEN_BYTES = 16;

  private final JdbcClient jdbc;
  private final LookupHash hash;
  private final MasterKey masterKey;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  EmailCodes(JdbcClient jdbc, LookupHash hash, MasterKey masterKey, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.masterKey = masterKey;
    this.clock = clock;
  }

  @Bean
  static SealedColumn<byte[]> sealedCodes() {
    return SealedColumn.of(
        "codes by mail", "account_email_code", "id", byte[].class, "sealed", EmailCodes::context);
  }

  /**
   * What codes are for.
   *
   * @param name a token of one purpose is worth nothing for another
   * @param digits how long the code is
   */
  public record Purpose(String name, int digits) {}

  /**
   * A code that is to be sent.
   *
   * @param token for the browser
   * @param code for the mailbox
   */
  public record Begun(String token, String code) {}

  /** What came of a code that somebody entered. */
  public sealed interface Check {
    /** It is right; {@link EmailCodes#done} makes it worthless. */
    record Right(byte[] content) implements Check {}

    /** It is wrong; some tries are left. */
    record Wrong() implements Check {}

    /** It was entered too late or wrongly too often: another one can be sent. */
    record UsedUp() implements Check {}

    /** Nothing waits for a code any more: begin anew. */
    record Gone() implements Check {}
  }

  /** What came of the wish for another code. */
  public sealed interface Another {
    /** A new code, the old one is worthless. */
    record Sent(String code, byte[] content) implements Another {}

    /** Enough codes were sent. */
    record TooMany() implements Another {}

    /** Nothing waits for a code any more: begin anew. */
    record Gone() implements Another {}
  }

  /** Keeps {@code content} until its code comes, an hour at most. */
  @Transactional
  public Begun begin(Purpose purpose, byte[] content) {
    var token = RandomTokens.next(TOKEN_BYTES);
    var id = id(purpose, token);
    var code = code(purpose);
    jdbc.sql(
            """
            INSERT INTO account_email_code (id, code, sealed, valid_until, erase_at)
            VALUES (:id, :code, :sealed, :validUntil, :eraseAt)
            """)
        .param("id", id)
        .param("code", hashed(id, code))
        .param("sealed", masterKey.seal(content, context(id)))
        .param("validUntil", at(clock.instant().plus(VALID)))
        .param("eraseAt", at(clock.instant().plus(KEPT)))
        .update();
    return new Begun(token, code);
  }

  /** What waits under this token. */
  public Optional<byte[]> waiting(Purpose purpose, String token) {
    var id = id(purpose, token);
    return jdbc.sql("SELECT sealed FROM account_email_code WHERE id = :id AND erase_at > :now")
        .param("id", id)
        .param("now", at(clock.instant()))
        .query(byte[].class)
        .optional()
        .map(sealed -> masterKey.open(sealed, context(id)));
  }

  /** Whether the code is right; each call counts as a try, before the code is looked at. */
  @Transactional
  public Check check(Purpose purpose, String token, String code) {
    var id = id(purpose, token);
    var tried =
        jdbc.sql(
                """
                UPDATE account_email_code SET tries = tries + 1
                WHERE id = :id AND tries < :most AND valid_until > :now
                RETURNING code, sealed
                """)
            .param("id", id)
            .param("most", MOST_TRIES)
            .param("now", at(clock.instant()))
            .query(Tried.class)
            .optional();
    if (tried.isEmpty()) {
      return waiting(purpose, token).isPresent() ? new Check.UsedUp() : new Check.Gone();
    }
    if (!MessageDigest.isEqual(tried.get().code(), hashed(id, code))) {
      return new Check.Wrong();
    }
    jdbc.sql("UPDATE account_email_code SET tries = tries - 1 WHERE id = :id")
        .param("id", id)
        .update();
    return new Check.Right(masterKey.open(tried.get().sealed(), context(id)));
  }

  /** Makes token and code worthless; true for the one caller who did. */
  @Transactional
  public boolean done(Purpose purpose, String token) {
    return jdbc.sql("DELETE FROM account_email_code WHERE id = :id")
            .param("id", id(purpose, token))
            .update()
        == 1;
  }

  /** Another code for the same. */
  @Transactional
  public Another another(Purpose purpose, String token) {
    var waiting = waiting(purpose, token);
    if (waiting.isEmpty()) {
      return new Another.Gone();
    }
    var id = id(purpose, token);
    var code = code(purpose);
    var renewed =
        jdbc.sql(
                """
                UPDATE account_email_code
                SET code = :code, tries = 0, sent = sent + 1, valid_until = :validUntil
                WHERE id = :id AND sent < :most
                """)
            .param("code", hashed(id, code))
            .param("validUntil", at(clock.instant().plus(VALID)))
            .param("id", id)
            .param("most", MOST_SENT)
            .update();
    return renewed == 1 ? new Another.Sent(code, waiting.get()) : new Another.TooMany();
  }

  /** Erases what waited too long; returns how many. */
  int eraseOld() {
    return jdbc.sql("DELETE FROM account_email_code WHERE erase_at <= :now")
        .param("now", at(clock.instant()))
        .update();
  }

  record Tried(byte[] code, byte[] sealed) {}

  private String code(Purpose purpose) {
    var code = new StringBuilder();
    for (int digit = 0; digit < purpose.digits(); digit++) {
      code.append(random.nextInt(10));
    }
    return code.toString();
  }

  private byte[] id(Purpose purpose, String token) {
    return hash.of("email-code-" + purpose.name(), token);
  }

  private byte[] hashed(byte[] id, String code) {
    var spoken = code.replaceAll("[\\s’'.-]", "");
    return hash.of("email-code", HexFormat.of().formatHex(id) + "/" + spoken);
  }

  private static String context(byte[] id) {
    return "account_email_code.sealed/" + HexFormat.of().formatHex(id);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
