package ch.meinkonto.conformance;

import ch.meinkonto.contract.ConformanceReport;
import ch.meinkonto.contract.ConformanceReport.Line;
import ch.meinkonto.contract.ConformanceReport.Verdict;
import ch.meinkonto.directory.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges from outside: by what was sent, and what the unit's system did with it. */
final class Report {

  private static final String IF_ASKS = ", if your system asks questions";
  private static final String NO_COPIES =
      "nothing: no service of another unit names yours under “copies”";
  private static final String NO_CODES =
      "nothing: no service of yours has “activation”, so nobody types in codes of your letters";

  private static final String NO_CHANNEL = "; a connector's channel cannot";

  private Report() {}

  static ConformanceReport of(UnitId unit, List<Sent> sent) {
    var lines = new ArrayList<>(sent.stream().map(Report::line).toList());
    var ordinary = sent.stream().filter(one -> one.kind() == Case.ORDINARY).findFirst();
    ordinary
        .map(one -> one.envelope().reference().value())
        .ifPresent(reference -> {
          notTried(Case.ANSWER, sent, "ask something about " + reference + IF_ASKS)
              .ifPresent(lines::add);
          lines.add(words(sent, reference));
        });
    notTried(Case.COPY, sent, NO_COPIES).ifPresent(lines::add);
    notTried(Case.ACTIVATION, sent, NO_CODES).ifPresent(lines::add);
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

  private static Optional<Line> notTried(Case kind, List<Sent> sent, String todo) {
    return sent.stream().anyMatch(one -> one.kind() == kind)
        ? Optional.empty()
        : Optional.of(optional(kind.code(), kind.sent(), kind.expected().words(), todo));
  }

  private static Line optional(String name, String sent, String expected, String todo) {
    return new Line(name, Verdict.OPTIONAL, null, null, sent, expected, "not tried", todo);
  }

  /** What a unit writes is for people; whether it comes through can be seen here. */
  private static Line words(List<Sent> sent, String ordinary) {
    var said = sent.stream().filter(one -> one.said() != null).findFirst();
    return said.isEmpty()
        ? optional(
            "words",
            "nothing",
            "a message or a state about a request you accepted",
            "write about " + ordinary + ", if your system answers people")
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
      case REFUSED -> green(outcome == Sent.Outcome.REFUSED);
      case SETTLED -> green(outcome == Sent.Outcome.ACCEPTED || outcome == Sent.Outcome.REJECTED);
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
      case GREEN -> look(sent.kind());
      case OPEN -> patience(sent);
      case RED -> mend(sent);
    };
  }

  /** What cannot be seen from outside. */
  private static @Nullable String look(Case kind) {
    return switch (kind) {
      case TWICE -> "look yourself: it must lie in your system once";
      case COPY -> "look yourself: whom to ask is “inCharge”; your system says nothing about it";
      case ACTIVATION -> "try yourself that a code that is right is confirmed, once";
      default -> null;
    };
  }

  private static String patience(Sent sent) {
    if (sent.times() == 1) {
      return "it was sent again: accept it again, and store it once";
    }
    var wait =
        "wait; if nothing comes: does your system run, with these keys, and reach the portal?";
    return sent.kind() == Case.ACTIVATION
        ? wait + " A code is answered by activation-confirmed or activation-refused alone"
        : wait;
  }

  private static String mend(Sent sent) {
    return switch (sent.kind()) {
      case DAMAGED -> "check the authentication tag of each part before you use it";
      case OTHER_KEY -> "open only what is sealed for a key of yours; never guess";
      case OTHER_RECEIPT -> "check the receipt's signature by the portal's published keys";
      case ACTIVATION ->
          sent.outcome() == Sent.Outcome.CONFIRMED
              ? "confirm a code only if it stands in a letter of yours"
              : "answer by activation-refused: only then does the person read why" + NO_CHANNEL;
      case ACTIVATION_LETTER, ACTIVATION_END -> "settle it as the contract says" + NO_CHANNEL;
      default -> "look into your system's log for this reference, and take what fits the schema";
    };
  }
}
