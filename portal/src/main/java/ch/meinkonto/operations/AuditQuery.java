package ch.meinkonto.operations;

import ch.meinkonto.platform.web.Formats;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What somebody looks for in the audit; what cannot be understood restricts nothing.
 *
 * @param before only what happened earlier
 * @param place of what happened in that moment, only what comes before this entry
 */
record AuditQuery(
    Optional<Instant> from,
    Instant before,
    UUID place,
    Optional<UUID> who,
    Optional<String> act,
    Optional<String> unit,
    Optional<String> reference) {

  /** Later than all that is ever written. */
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private static final UUID FIRST = new UUID(0, 0);

  static AuditQuery of(AuditForm form) {
    var place = form.ab().split("_", 2);
    var after =
        place.length == 2
            ? parsed(place[0], Instant::parse).filter(AuditQuery::usual)
            : Optional.<Instant>empty();
    var id = after.flatMap(_ -> parsed(place[1], UUID::fromString));
    var until = day(form.bis(), 1);
    return new AuditQuery(
        day(form.von(), 0),
        id.isPresent() ? after.orElse(END) : until.orElse(END),
        id.orElse(FIRST),
        parsed(form.wer(), UUID::fromString),
        given(form.was()),
        given(form.amt()),
        given(form.bezug().strip()));
  }

  /** The database knows no times that are far away. */
  private static boolean usual(Instant moment) {
    return !moment.isBefore(Instant.EPOCH) && moment.isBefore(END);
  }

  private static Optional<Instant> day(String typed, int later) {
    return parsed(
            typed,
            text -> LocalDate.parse(text).plusDays(later).atStartOfDay(Formats.ZONE).toInstant())
        .filter(AuditQuery::usual);
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() || text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
  }

  private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
    } catch (DateTimeException | IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }
}
