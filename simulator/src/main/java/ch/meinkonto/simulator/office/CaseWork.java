package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.unit.PortalRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on an office's cases, step by step of their scripts. */
final class CaseWork {

  private static final Logger log = LoggerFactory.getLogger(CaseWork.class);
  private static final Duration REFUSED = Duration.ofSeconds(5);

  private final CaseFolder cases;
  private final Scripts scripts;
  private final Unruly says;
  private final Clock clock;
  private final Duration pace;

  CaseWork(CaseFolder cases, Scripts scripts, Unruly says, Clock clock, Duration pace) {
    this.cases = cases;
    this.scripts = scripts;
    this.says = says;
    this.clock = clock;
    this.pace = pace;
  }

  /** Does what is due. */
  void doWhatIsDue() {
    says.sayWhatIsDue();
    var now = clock.instant();
    for (var one : cases.open()) {
      var steps = scripts.of(one.service());
      if (one.step() >= steps.size()) {
        cases.putAway(one);
      } else if (!one.waiting() && one.dueAt().isBefore(now)) {
        cases.store(tried(steps.get(one.step()), one));
      }
    }
  }

  /** What the portal refuses does not keep the other cases waiting. */
  private Case tried(Step step, Case one) {
    try {
      return did(step, one);
    } catch (PortalRefused e) {
      log.warn("{} tries again soon: {}", one.reference(), e.getMessage());
      return one.due(clock.instant().plus(REFUSED));
    }
  }

  private Case did(Step step, Case one) {
    var next = clock.instant().plus(pace);
    if (!one.hasInbox() && isLetter(step)) {
      return one.done("left out: there is no account to write to", false, next);
    }
    return switch (step) {
      case Step.Reject _ -> one.done("taken", false, next);
      case Step.Progress(Words words) -> {
        var text = said(words, one);
        says.state(one, RequestState.IN_PROGRESS, toSomebody(text, one));
        yield one.done("→ " + text, false, next);
      }
      case Step.Message(Words words, Step.Letter letter) -> {
        var text = said(words, one);
        says.message(one, text, documents(letter, one));
        yield one.done("→ " + text, false, next);
      }
      case Step.Deliver(var formal, Words words, Step.Letter letter) -> {
        var text = said(words, one);
        says.deliver(one, formal, text, documents(letter, one));
        yield one.done("§ " + text, false, next);
      }
      case Step.Ask(Words words, boolean uploads) -> {
        var text = said(words, one);
        says.ask(one, text, uploads);
        yield one.done("? " + text, true, next);
      }
      case Step.AskFields(Words words, var fields) -> {
        var text = said(words, one);
        says.ask(one, text, fields);
        yield one.done("? " + text, true, next);
      }
      case Step.Position position -> {
        var places = position.of(one.answers());
        says.place(one, places);
        yield one.done("# " + places, false, next);
      }
      case Step.Decide(Words words) -> {
        var text = said(words, one);
        says.state(one, RequestState.DECIDED, toSomebody(text, one));
        yield one.done("✓ " + text, false, next);
      }
      case Step.Close _ -> {
        says.state(one, RequestState.CLOSED, null);
        yield one.done("closed", false, next);
      }
    };
  }

  /** Who sent something without an account reads its state, and gets no letters. */
  private static boolean isLetter(Step step) {
    return switch (step) {
      case Step.Message _, Step.Deliver _, Step.Ask _, Step.AskFields _, Step.Position _ -> true;
      case Step.Reject _, Step.Progress _, Step.Decide _, Step.Close _ -> false;
    };
  }

  private static @Nullable String toSomebody(String text, Case one) {
    return one.hasInbox() ? text : null;
  }

  private String said(Words words, Case one) {
    return scripts.said(words, one);
  }

  private List<Document> documents(Step.@Nullable Letter letter, Case one) {
    if (letter == null) {
      return List.of();
    }
    var name = said(letter.name(), one);
    return List.of(Document.of(name, "application/pdf", Letters.print(lines(letter, one))));
  }

  private List<String> lines(Step.Letter letter, Case one) {
    return letter.lines().stream().map(line -> said(line, one)).toList();
  }
}
