package ch.meinkonto.operations;

import ch.meinkonto.platform.web.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the acts in the audit are called. */
@Component
class ActNames {

  private static final List<String> DONE_ALONE =
      List.of(
          "put-back",
          "paused",
          "resumed",
          "announced",
          "announcement-ended",
          "keys-refused",
          "keys-revoked",
          "staff-added",
          "staff-removed",
          "rush-planned",
          "rush-paused",
          "rush-resumed",
          "rush-opened",
          "rush-ended",
          "bank-file-read",
          "payment-settled");

  /** What becomes of a proposal. */
  private static final List<String> BY_TWO =
      List.of("proposed", "confirmed", "declined", "expired");

  private final ObjectProvider<FourEyesAct> acts;

  ActNames(ObjectProvider<FourEyesAct> acts) {
    this.acts = acts;
  }

  /** All that there can be in the audit. */
  List<String> all() {
    var proposals =
        acts.stream()
            .map(FourEyesAct::code)
            .sorted()
            .flatMap(code -> BY_TWO.stream().map(step -> step + "-" + code));
    return Stream.concat(DONE_ALONE.stream(), proposals).toList();
  }

  /** Its code where an older version of the portal did something that this one does not know. */
  String of(String act, Page page) {
    if (DONE_ALONE.contains(act)) {
      return page.text("operations.act." + act);
    }
    var known = Set.copyOf(all());
    return BY_TWO.stream()
        .filter(step -> act.startsWith(step + "-") && known.contains(act))
        .map(step ->
            page.text("operations.act." + step)
                + ": "
                + page.text("operations.act." + act.substring(step.length() + 1)))
        .findFirst()
        .orElse(act);
  }
}
