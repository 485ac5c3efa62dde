package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.handover.Hash;
import ch.meinkonto.contract.Reference;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the unit why a reply was set aside: at its own address, never at the one that a stranger
 * wrote into a mail, and not more often than anybody reads.
 */
final class Notes {

  private static final Logger log = LoggerFactory.getLogger(Notes.class);
  private static final int MOST = 20;
  private static final Duration IN = Duration.ofHours(1);

  private final String unit;
  private final Letters letters;
  private final Postman postman;
  private final Function<String, Recipient> recipients;
  private final Clock clock;
  private final Trouble trouble;
  private final Deque<Instant> told = new ArrayDeque<>();

  /**
   * For one unit.
   *
   * @param recipients who gets a note about a reference
   */
  Notes(
      String unit,
      Letters letters,
      Postman postman,
      Function<String, Recipient> recipients,
      Clock clock) {
    this.unit = unit;
    this.letters = letters;
    this.postman = postman;
    this.recipients = recipients;
    this.clock = clock;
    this.trouble = new Trouble(log, unit + ": notes about replies reach the unit again");
  }

  Trouble trouble() {
    return trouble;
  }

  /** Whether the mail may be moved away: the unit knows, or has been told enough for now. */
  boolean tell(@Nullable IncomingMail mail, String reason) {
    Instant now = clock.instant();
    while (!told.isEmpty() && told.getFirst().isBefore(now.minus(IN))) {
      told.removeFirst();
    }
    if (told.size() >= MOST) {
      log.warn("{}: more than {} replies were set aside within {}; no more notes", unit, MOST, IN);
      return true;
    }
    Optional<Reference> about = mail == null ? Optional.empty() : mail.mentioned();
    try {
      postman.send(
          letters.note(
              about.orElse(null),
              mail == null ? null : mail.messageId(),
              mail == null ? Hash.of(now.toString().getBytes(StandardCharsets.UTF_8)) : mail.hash(),
              reason,
              recipients.apply(about.map(Reference::value).orElse(""))));
      told.add(now);
      trouble.none();
      return true;
    } catch (MessagingException | IOException e) {
      trouble.because(
          "%s: a reply was not understood, and the unit cannot be told (%s); it stays and is "
                  .formatted(unit, Postman.reason(e))
              + "tried again");
      return false;
    }
  }
}
