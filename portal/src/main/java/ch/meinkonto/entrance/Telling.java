package ch.meinkonto.entrance;

import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts into words how things stand. */
@Component
class Telling {

  private static final Duration LONG = Duration.ofMinutes(90);
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Pauses pauses;
  private final Clock clock;

  Telling(Pauses pauses, Clock clock) {
    this.pauses = pauses;
    this.clock = clock;
  }

  Told tell(Standing standing, String service, Page page) {
    return switch (standing) {
      case Standing.Before(var opensAt, var people) -> before(opensAt, people, service, page);
      case Standing.LogIn(var opensAt) -> {
        var opens = opens(opensAt, page);
        yield Told.of(
                service,
                page.text("entrance.login.title", opens),
                page.text("entrance.login.said"),
                pauses.untilOpen(opensAt, 0))
            .opening(pauses.seconds(opensAt), true);
      }
      case Standing.Task(var puzzle, var bits, var pause) ->
          Told.of(
                  service,
                  page.text("entrance.task.title"),
                  page.text("entrance.task.said"),
                  Math.max(Pauses.SHORTEST, pause.toSeconds()))
              .computing(puzzle, bits);
      case Standing.InLine line -> line(line, service, page);
      case Standing.Turn() ->
          Told.of(service, page.text("entrance.turn.title"), page.text("entrance.turn.said"), 1);
      case Standing.Away() ->
          Told.of(
              service,
              page.text("entrance.away.title"),
              page.text("entrance.away.said"),
              Pauses.UNKNOWN);
    };
  }

  private Told before(Instant opensAt, long people, String service, Page page) {
    var told =
        Told.of(
                service,
                page.text("entrance.before.title", opens(opensAt, page)),
                page.text("entrance.before.said"),
                pauses.untilOpen(opensAt, people))
            .opening(pauses.seconds(opensAt), false);
    return people < 2
        ? told
        : told.with(List.of(fact(page, "entrance.with-you", people(people, page))));
  }

  private static Told line(Standing.InLine line, String service, Page page) {
    var facts = new ArrayList<Map.Entry<String, String>>();
    facts.add(fact(page, "entrance.before-you", people(line.ahead(), page)));
    facts.add(
        fact(
            page,
            "entrance.wait",
            line.left()
                .map(wait -> wait(wait, page))
                .orElseGet(() -> page.text("entrance.wait.unknown"))));
    var said =
        !line.fresh()
            ? page.text("entrance.line.old")
            : line.left()
                .map(wait ->
                    wait.compareTo(SOON) < 0
                        ? page.text("entrance.line.soon")
                        : page.text("entrance.line.said", wait(wait, page)))
                .orElseGet(() -> page.text("entrance.line.paused"));
    return Told.of(service, page.text("entrance.line.title"), said, Pauses.inLine(line.left()))
        .with(facts)
        .at(line.percent());
  }

  /** Only the time when it is today. */
  private String opens(Instant opensAt, Page page) {
    var today = LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    return LocalDate.ofInstant(opensAt, Formats.ZONE).equals(today)
        ? page.text("entrance.at", page.formats().time(opensAt))
        : page.text("entrance.on", page.formats().moment(opensAt));
  }

  private static Map.Entry<String, String> fact(Page page, String term, String text) {
    return Map.entry(page.text(term), text);
  }

  private static String wait(Duration wait, Page page) {
    if (wait.compareTo(LONG) > 0) {
      return page.text("entrance.hours", (wait.toMinutes() + 59) / 60);
    }
    var minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
    return minutes == 1 ? page.text("entrance.minute") : page.text("entrance.minutes", minutes);
  }

  private static String people(long number, Page page) {
    return number == 1
        ? page.text("entrance.person")
        : page.text(number < 20 ? "entrance.people" : "entrance.people.about", rounded(number));
  }

  /** No more exact than it is known. */
  static String rounded(long number) {
    long to = number < 20 ? 1 : number < 100 ? 5 : number < 1_000 ? 10 : 50;
    return grouped((number + to / 2) / to * to);
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '’');
  }
}
