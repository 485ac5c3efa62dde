package ch.meinkonto.conformance;

import ch.meinkonto.contract.ConformanceReport;
import ch.meinkonto.contract.ConformanceReport.Line;
import ch.meinkonto.contract.ConformanceReport.Verdict;
import ch.meinkonto.directory.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges from outside: by what was sent, and what the unit's system did with it. */
final class Report {

  private Report() {}

  static ConformanceReport of(UnitId unit, List<Sent> sent) {
    var lines = new ArrayList<>(sent.stream().map(Report::line).toList());
    if (sent.stream().noneMatch(one -> one.kind() == Case.ANSWER)) {
      lines.add(
          optional(
              Case.ANSWER.code(),
              Case.ANSWER.sent(),
              Case.ANSWER.expected().words(),
              "ask something about " + ordinary(sent) + ", if your system asks questions"));
    }
    lines.add(words(sent));
    return new ConformanceReport(unit.value(), sent.getFirst().sentAt(), whole(lines), lines);
  }

  private static Verdict whole(List<Line> lines) {
    if (lines.stream().anyMatch(line -> line.verdict() == Verdict.RED)) {
      return Verdict.RED;
    }
    return lines.stream().anyMatch(line -> line.verdict() == Verdict.OPEN)
        ? Verdict.OPEN
        : Verdict.GREEN;
  }

  private static String ordinary(List<Sent> sent) {
    return sent.getFirst().envelope().reference().value();
  }

  private static Line optional(String name, String sent, String expected, String todo) {
    return new Line(name, Verdict.OPTIONAL, null, null, sent, expected, "not tried", todo);
  }

  /** What a unit writes is for people; whether it comes through can be seen here. */
  private static Line words(List<Sent> sent) {
    var said = sent.stream().filter(one -> one.said() != null).findFirst();
    return said.isEmpty()
        ? optional(
            "words",
            "nothing",
            "a message or a state about a request you accepted",
            "write about " + ordinary(sent) + ", if your system answers people")
        : new Line(
            "words",
            Verdict.GREEN,
            said.get().envelope().service(),
            said.get().envelope().reference().value(),
            "nothing",
            "a message or a state about a request you accepted",
            Objects.requireNonNull(said.get().said()),
            null);
  }

  private static Line line(Sent sent) {
    var verdict = verdict(sent);
    return new Line(
        sent.kind().code(),
        verdict,
        sent.envelope().service(),
        sent.envelope().reference().value(),
        sent.kind().sent(),
        sent.kind().expected().words(),
        came(sent),
        todo(sent, verdict));
  }

  private static Verdict verdict(Sent sent) {
    var outcome = sent.outcome();
    if (outcome == null) {
      return Verdict.OPEN;
    }
    return switch (sent.kind().expected()) {
      case ACCEPTED -> green(outcome == Sent.Outcome.ACCEPTED);
      case ACCEPTED_TWICE ->
          sent.comesAgain() && outcome == Sent.Outcome.ACCEPTED
              ? Verdict.OPEN
              : green(outcome == Sent.Outcome.ACCEPTED);
      case UNREADABLE -> green(outcome == Sent.Outcome.UNREADABLE);
    };
  }

  private static Verdict green(boolean yes) {
    return yes ? Verdict.GREEN : Verdict.RED;
  }

  private static String came(Sent sent) {
    var outcome = sent.outcome();
    if (outcome == null) {
      return "nothing so far";
    }
    var times = sent.times() > 1 ? " " + sent.times() + " times" : "";
    var detail = sent.detail() == null ? "" : " (" + sent.detail() + ")";
    return outcome.code() + times + detail;
  }

  private static @Nullable String todo(Sent sent, Verdict verdict) {
    return switch (verdict) {
      case OPTIONAL -> null;
      case GREEN ->
          sent.kind() == Case.TWICE ? "look yourself: it must lie in your system once" : null;
      case OPEN ->
          sent.times() == 1
              ? "it was sent again: accept it again, and store it once"
              : "wait; if nothing comes: does your system run, with these keys, and reach the portal?";
      case RED ->
          sent.kind().expected() == Case.Expected.UNREADABLE
              ? switch (sent.kind()) {
                case DAMAGED -> "check the authentication tag of each part before you use it";
                case OTHER_KEY -> "open only what is sealed for a key of yours; never guess";
                default -> "check the receipt's signature by the portal's published keys";
              }
              : "look into your system's log for this reference, and take what fits the schema";
    };
  }
}
