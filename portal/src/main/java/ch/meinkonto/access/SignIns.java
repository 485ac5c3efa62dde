package ch.meinkonto.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.access.SignIn.Purpose;
import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.crypto.LookupHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests to sign in that a phone answers: at most one open for an account, valid for three
 * minutes, good once. A browser gets its ticket and number whether or not there is a phone to ask,
 * and learns only from a phone's answer that there is.
 */
@Component
public class SignIns {

  /** How long a phone can answer. */
  public static final Duration VALID = Duration.ofMinutes(3);

  /** How long a browser has to fetch the answer, after that. */
  private static final Duration TO_FETCH = Duration.ofMinutes(1);

  /** Somebody who asks again and again in the hope of a wrong touch (push bombing). */
  static final Limit STRANGERS = new Limit("access-ask", 6, Duration.ofHours(1));

  /** The owner's own browsers have a budget that no stranger can use up. */
  static final Limit OWN = new Limit("access-ask-own", 12, Duration.ofHours(1));

  static final int TRIES = 3;

  private final JdbcClient jdbc;
  private final AccountCipher cipher;
  private final LookupHash hash;
  private final RateLimits limits;
  private final Phones phones;
  private final Numbers numbers;
  private final RefusedOrigins refused;
  private final Pushes pushes;
  private final Clock clock;

  SignIns(
      JdbcClient jdbc,
      AccountCipher cipher,
      LookupHash hash,
      RateLimits limits,
      Phones phones,
      Numbers numbers,
      RefusedOrigins refused,
      Pushes pushes,
      Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.hash = hash;
    this.limits = limits;
    this.phones = phones;
    this.numbers = numbers;
    this.refused = refused;
    this.pushes = pushes;
    this.clock = clock;
  }

  /**
   * Who asks.
   *
   * @param toConfirm whether somebody who is logged in confirms a step
   * @param what what they are about to do, as people call it; empty when it is the account itself
   * @param browser in words, for the phone
   * @param network its network address
   * @param knownBrowser the id of a browser in which the account was logged in before; such a one
   *     takes precedence
   */
  public record Asking(
      boolean toConfirm,
      String what,
      String browser,
      String network,
      @Nullable String knownBrowser) {}

  /** How a request stands, as the browser may know it. */
  public enum State {
    OPEN,
    APPROVED,
    /** The owner said that it was not them, or typed too many wrong numbers. */
    DENIED,
    /** Too late, used, or another one took its place. */
    OVER
  }

  /** How a request ended that no phone has answered. */
  enum Ending {
    LATE,
    /** Somebody typed too many wrong numbers. */
    GUESSED,
    /** The browser waits no longer, or another one took its place. */
    LEFT
  }

  /** What came of a number that somebody typed on a phone. */
  enum Typed {
    RIGHT,
    WRONG,
    OVER
  }

  /** A ticket for a browser that wants to ask; nobody is asked by that. */
  public SignInTicket ticket() {
    return SignInTicket.next(Ids.next(), clock.instant());
  }

  /** What the browser shows, and the person types on the phone. */
  public int number(SignInTicket ticket) {
    return numbers.of(ticket.id());
  }

  /** Asks the account's phones; does nothing where there are none, or nobody may ask now. */
  @Transactional
  public void ask(SignInTicket ticket, AccountId account, Asking asking) {
    if (!phones.any(account) || refused.is(account, asking.network()) || !mayAsk(account, asking)) {
      return;
    }
    closeOpen(account, asking.knownBrowser() != null);
    var asked =
        jdbc.sql(
                """
                INSERT INTO access_sign_in
                  (id, account_id, browser, origin, asking, purpose, state, wrong, expires_at)
                VALUES (:id, :account, :browser, :origin, :asking, :purpose, 'OPEN', 0, :expires)
                ON CONFLICT DO NOTHING
                """)
            .param("id", ticket.id())
            .param("account", account.value())
            .param("browser", browser(ticket))
            .param("origin", refused.hashed(account, asking.network()))
            .param("asking", sealed(account, ticket.id(), asking))
            .param("purpose", (asking.toConfirm() ? Purpose.CONFIRM : Purpose.LOG_IN).name())
            .param("expires", at(clock.instant().plus(VALID)))
            .update();
    if (asked == 1) {
      pushes.wake(account);
    }
  }

  /** How it stands with a browser's request. */
  public State state(SignInTicket ticket) {
    var now = clock.instant();
    var late =
        now.isAfter(ticket.askedAt().plus(VALID)) || ticket.askedAt().isAfter(now.plus(VALID));
    return jdbc.sql("SELECT state FROM access_sign_in WHERE id = :id AND browser = :browser")
        .param("id", ticket.id())
        .param("browser", browser(ticket))
        .query(String.class)
        .optional()
        .map(state -> state.equals("OPEN") && late ? State.OVER : publicState(state))
        .orElse(late ? State.OVER : State.OPEN);
  }

  /** Whose phone approved it; only once, and only for the browser that asked. */
  public Optional<AccountId> take(SignInTicket ticket, boolean toConfirm) {
    return jdbc.sql(
            """
            UPDATE access_sign_in SET state = 'USED'
            WHERE id = :id AND browser = :browser AND purpose = :purpose AND state = 'APPROVED'
              AND expires_at > :now
            RETURNING account_id
            """)
        .param("id", ticket.id())
        .param("browser", browser(ticket))
        .param("purpose", (toConfirm ? Purpose.CONFIRM : Purpose.LOG_IN).name())
        .param("now", at(clock.instant().minus(TO_FETCH)))
        .query(UUID.class)
        .optional()
        .map(AccountId::new);
  }

  /** The browser waits no longer. */
  public void giveUp(SignInTicket ticket) {
    jdbc.sql(
            """
            UPDATE access_sign_in SET state = 'REPLACED'
            WHERE id = :id AND browser = :browser AND state = 'OPEN'
            """)
        .param("id", ticket.id())
        .param("browser", browser(ticket))
        .update();
  }

  /** What the account's phones are asked now. */
  Optional<SignIn> open(AccountId account) {
    return jdbc.sql(
            """
            SELECT id, asking, purpose, expires_at FROM access_sign_in
            WHERE account_id = :account AND state = 'OPEN' AND expires_at > :now
            """)
        .param("account", account.value())
        .param("now", at(clock.instant()))
        .query((row, _) -> signIn(account, row))
        .optional();
  }

  /** What became of a request that a phone has shown; empty when a phone has answered it. */
  Optional<Ending> ending(AccountId account, UUID id) {
    return jdbc.sql(
            """
            SELECT CASE
              WHEN state = 'OPEN' AND expires_at <= :now THEN 'LATE'
              WHEN state = 'DENIED' AND wrong >= :tries THEN 'GUESSED'
              WHEN state = 'REPLACED' THEN 'LEFT'
            END
            FROM access_sign_in WHERE id = :id AND account_id = :account
            """)
        .param("now", at(clock.instant()))
        .param("tries", TRIES)
        .param("id", id)
        .param("account", account.value())
        .query((row, _) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(ending -> ending.map(Ending::valueOf));
  }

  /** Whether this is the number that the browser shows; three wrong ones end it. */
  @Transactional
  public Typed typed(AccountId account, UUID id, String number) {
    var wrong =
        jdbc.sql(
                """
                SELECT wrong FROM access_sign_in
                WHERE id = :id AND account_id = :account AND state = 'OPEN' AND expires_at > :now
                FOR UPDATE
                """)
            .param("id", id)
            .param("account", account.value())
            .param("now", at(clock.instant()))
            .query(Integer.class)
            .optional();
    if (wrong.isEmpty()) {
      return Typed.OVER;
    }
    if (number.equals(String.valueOf(numbers.of(id)))) {
      return Typed.RIGHT;
    }
    var last = wrong.get() + 1 >= TRIES;
    jdbc.sql("UPDATE access_sign_in SET wrong = wrong + 1, state = :state WHERE id = :id")
        .param("state", last ? "DENIED" : "OPEN")
        .param("id", id)
        .update();
    return last ? Typed.OVER : Typed.WRONG;
  }

  /**
   * What a phone signs: which request, of which browser, with which number, and what it was shown
   * of who asks.
   */
  Optional<String> purpose(AccountId account, UUID id) {
    return jdbc.sql(
            """
            SELECT browser, asking FROM access_sign_in
            WHERE id = :id AND account_id = :account AND state = 'OPEN' AND expires_at > :now
            """)
        .param("id", id)
        .param("account", account.value())
        .param("now", at(clock.instant()))
        .query((row, _) ->
            String.join(
                "/",
                "sign-in",
                id.toString(),
                HexFormat.of().formatHex(row.getBytes("browser")),
                String.valueOf(numbers.of(id)),
                opened(account, id, row.getBytes("asking"))))
        .optional();
  }

  /** The phone signed; false when something else was quicker. */
  boolean approve(AccountId account, UUID id) {
    return answer(account, id, "APPROVED").isPresent();
  }

  /**
   * The owner says that it was not them: it ends, and who asked may not ask again for a day.
   *
   * @return what it was for; empty when it was over
   */
  @Transactional
  public Optional<Purpose> deny(AccountId account, UUID id) {
    var asked = open(account).filter(open -> open.id().equals(id));
    var origin = answer(account, id, "DENIED");
    origin.ifPresent(from -> refused.add(account, from));
    return origin.isPresent() ? asked.map(SignIn::purpose) : Optional.empty();
  }

  /** Erases what has been over for an hour; returns how many. */
  int eraseExpired() {
    return jdbc.sql("DELETE FROM access_sign_in WHERE expires_at < :then")
        .param("then", at(clock.instant().minus(Duration.ofHours(1))))
        .update();
  }

  void removeAll(AccountId account) {
    jdbc.sql("DELETE FROM access_sign_in WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }

  private Optional<byte[]> answer(AccountId account, UUID id, String state) {
    return jdbc.sql(
            """
            UPDATE access_sign_in SET state = :state
            WHERE id = :id AND account_id = :account AND state = 'OPEN' AND expires_at > :now
            RETURNING origin
            """)
        .param("state", state)
        .param("id", id)
        .param("account", account.value())
        .param("now", at(clock.instant()))
        .query(byte[].class)
        .optional();
  }

  private boolean mayAsk(AccountId account, Asking asking) {
    var own = asking.knownBrowser();
    var decision =
        own == null
            ? limits.take(STRANGERS, account.toString())
            : limits.take(OWN, account + "/" + own);
    return decision instanceof Decision.Permitted;
  }

  /** What expired makes room; what is open, too, for a browser of the owner's. */
  private void closeOpen(AccountId account, boolean forOwner) {
    jdbc.sql(
            """
            UPDATE access_sign_in SET state = 'REPLACED'
            WHERE account_id = :account AND state = 'OPEN' AND (:forOwner OR expires_at <= :now)
            """)
        .param("account", account.value())
        .param("forOwner", forOwner)
        .param("now", at(clock.instant()))
        .update();
  }

  private SignIn signIn(AccountId account, ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var asking = opened(account, id, row.getBytes("asking")).split("\n", -1);
    return new SignIn(
        id,
        Purpose.valueOf(row.getString("purpose")),
        asking[0],
        asking[1],
        asking[2],
        row.getObject("expires_at", OffsetDateTime.class).toInstant().minus(VALID));
  }

  private byte[] sealed(AccountId account, UUID id, Asking asking) {
    var text = String.join("\n", asking.what(), asking.browser(), asking.network());
    return cipher.encrypt(account, text.getBytes(UTF_8), context(id));
  }

  private String opened(AccountId account, UUID id, byte[] asking) {
    return new String(cipher.decrypt(account, asking, context(id)), UTF_8);
  }

  private byte[] browser(SignInTicket ticket) {
    return hash.of("access-browser", ticket.text());
  }

  private static State publicState(String state) {
    return switch (state) {
      case "OPEN" -> State.OPEN;
      case "APPROVED" -> State.APPROVED;
      case "DENIED" -> State.DENIED;
      default -> State.OVER;
    };
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static String context(UUID id) {
    return "access_sign_in.asking/" + id;
  }
}
