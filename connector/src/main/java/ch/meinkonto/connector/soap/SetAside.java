package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.Trouble;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.unit.ReceivedRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The submissions that the unit's system calls wrong: an operator has to look at them. */
final class SetAside {

  private static final Logger log = LoggerFactory.getLogger(SetAside.class);
  private static final int NAMED = 10;

  private final String unit;
  private final Trouble trouble;
  private final Map<SubmissionId, String> waiting = new LinkedHashMap<>();

  SetAside(String unit) {
    this.unit = unit;
    this.trouble = new Trouble(log, unit + ": no request is set aside any more");
  }

  /** This one, with the fault's code. */
  synchronized void add(ReceivedRequest request, String code) {
    waiting.put(request.id(), "%s (fault %s)".formatted(request.envelope().reference(), code));
    tell();
  }

  /** It has been dealt with, if it ever was set aside. */
  synchronized void over(SubmissionId submission) {
    if (waiting.remove(submission) != null) {
      tell();
    }
  }

  private void tell() {
    if (waiting.isEmpty()) {
      trouble.none();
      return;
    }
    String some = waiting.values().stream().limit(NAMED).collect(Collectors.joining(", "));
    trouble.because(
        "%s: its system calls wrong, and somebody has to look: %s%s; set aside at the portal, tried again now and then"
            .formatted(
                unit,
                some,
                waiting.size() > NAMED ? " and %d more".formatted(waiting.size() - NAMED) : ""));
  }

  /** What is set aside now. */
  Optional<String> trouble() {
    return trouble.current();
  }
}
