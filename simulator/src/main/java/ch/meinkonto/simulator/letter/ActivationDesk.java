package ch.meinkonto.simulator.letter;

import ch.meinkonto.contract.ActivationCode;
import ch.meinkonto.contract.ActivationEnd;
import ch.meinkonto.contract.ActivationLetter;
import ch.meinkonto.contract.ActivationRefusal;
import ch.meinkonto.contract.Sender;
import ch.meinkonto.unit.ActivationHandler;
import ch.meinkonto.unit.ActivationOutcome;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A unit's desk for activations: sends codes by letter and looks at what people type in. Only the
 * newest letter counts; its code is good for 60 days, once, and dies at the fifth wrong one. The
 * unit's register is played: everybody lives where their account says, or in the street of
 * examples.
 */
public final class ActivationDesk implements ActivationHandler {

  private static final Logger log = LoggerFactory.getLogger(ActivationDesk.class);
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 8;
  private static final int TRIES = 5;
  private static final Duration GOOD_FOR = Duration.ofDays(60);

  private final String unitId;
  private final Letterboxes letters;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** The desk of a unit. */
  public ActivationDesk(String unitId, Letterboxes letters, Clock clock) {
    this.unitId = unitId;
    this.letters = letters;
    this.clock = clock;
  }

  @Override
  public synchronized Outcome sendLetter(ReceivedRequest from, ActivationLetter order) {
    if (order.details().values().stream().anyMatch(ActivationDesk::nobodys)) {
      return Outcome.rejected(
          "unknown-person",
          from.envelope().language().startsWith("de")
              ? "Wir finden niemanden mit dieser Nummer und Ihrem Namen. Prüfen Sie die Nummer, oder rufen Sie uns an."
              : "We find nobody with this number and your name. Check the number, or call us.");
    }
    if (letters.find(from.id().toString()).isEmpty()) {
      letters.put(letter(from));
      log.info("{} posted a letter with a code, {}", unitId, from);
    }
    return Outcome.accepted();
  }

  /** The demo's register knows everybody but those whose number has only zeros. */
  private static boolean nobodys(String number) {
    return number.matches("[0 .\\-]+");
  }

  private PostedLetter letter(ReceivedRequest order) {
    var envelope = order.envelope();
    return new PostedLetter(
        order.id().toString(),
        clock.instant(),
        unitId,
        envelope.service(),
        order.sender().map(ActivationDesk::address).orElse(List.of()),
        String.valueOf(envelope.subject()),
        code(),
        List.of(),
        null,
        null);
  }

  private String code() {
    var code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(i == LENGTH / 2 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  private static List<String> address(Sender sender) {
    var lines = new ArrayList<String>();
    lines.add(sender.name().given() + " " + sender.name().family());
    var address = sender.contact().address();
    if (address == null) {
      lines.add("Beispielstrasse 1");
      lines.add("8000 Zürich");
      return lines;
    }
    lines.add(
        address.street() + Optional.ofNullable(address.houseNumber()).map(" "::concat).orElse(""));
    lines.add(address.postalCode() + " " + address.town());
    return lines;
  }

  @Override
  public synchronized ActivationOutcome check(ReceivedRequest from, ActivationCode typed) {
    var submission = from.id().toString();
    var newest = newest(from);
    if (newest.isEmpty()) {
      return ActivationOutcome.refused(ActivationRefusal.WRONG);
    }
    var letter = newest.get();
    var link = letter.link();
    if (link != null) {
      return submission.equals(letter.used())
          ? ActivationOutcome.confirmed(link)
          : ActivationOutcome.refused(ActivationRefusal.WRONG);
    }
    if (clock.instant().isAfter(letter.at().plus(GOOD_FOR))) {
      return ActivationOutcome.refused(ActivationRefusal.EXPIRED);
    }
    return letter.wrong().size() >= TRIES && !letter.wrong().contains(submission)
        ? ActivationOutcome.refused(ActivationRefusal.LOCKED)
        : compare(letter, submission, typed);
  }

  private ActivationOutcome compare(PostedLetter letter, String submission, ActivationCode typed) {
    if (plain(typed.code()).equals(plain(letter.code())) && !letter.wrong().contains(submission)) {
      var link = "lk-" + UUID.randomUUID();
      letters.put(letter.usedBy(submission, link));
      log.info("{} knows somebody more", unitId);
      return ActivationOutcome.confirmed(link);
    }
    var noted = letter.wrong().contains(submission) ? letter : letter.withWrong(submission);
    letters.put(noted);
    var left = TRIES - noted.wrong().size();
    return left <= 0
        ? ActivationOutcome.refused(ActivationRefusal.LOCKED)
        : ActivationOutcome.wrong(left);
  }

  /** The account that ordered the letter is the only one that its code is good for. */
  private Optional<PostedLetter> newest(ReceivedRequest from) {
    var envelope = from.envelope();
    return letters.newestFirst().stream()
        .filter(letter ->
            letter.from().equals(unitId)
                && letter.service().equals(envelope.service())
                && letter.subject().equals(envelope.subject()))
        .findFirst();
  }

  private static String plain(String code) {
    return code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
  }

  @Override
  public Outcome end(ReceivedRequest from, ActivationEnd end) {
    log.info("{} knows somebody less, {}", unitId, from);
    return Outcome.accepted();
  }
}
