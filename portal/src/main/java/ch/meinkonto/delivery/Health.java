package ch.meinkonto.delivery;

import ch.meinkonto.delivery.Backlogs.Backlog;
import ch.meinkonto.delivery.Contacts.Contact;
import ch.meinkonto.delivery.Pauses.Pause;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.RequestEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a unit is at a moment.
 *
 * @param pushed whether the portal pushes to it; else it comes by itself
 */
record Health(
    UnitId unit,
    Backlog backlog,
    Contact contact,
    Optional<Pause> pause,
    boolean pushed,
    Instant now) {

  /** Who comes by itself and has not been here for so long is silent. */
  private static final Duration SILENT = Duration.ofHours(1);

  /** What is not well, the worst first. */
  enum Trouble {
    /** Some of what waits lies aside. */
    SET_ASIDE("danger"),
    /** Something has waited too long. */
    LATE("danger"),
    /** Pushes do not get through. */
    FAILING("warning"),
    /** Something waits, and nobody comes for it. */
    SILENT("warning"),
    /** It is paused, and has been for long. */
    LONG_PAUSED("warning"),
    PAUSED("info");

    private final String kind;

    Trouble(String kind) {
      this.kind = kind;
    }

    /** As which kind of notice it is shown. */
    String kind() {
      return kind;
    }

    /** How it is written in texts. */
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  List<Trouble> troubles() {
    var troubles = new ArrayList<Trouble>();
    if (backlog.setAside() > 0) {
      troubles.add(Trouble.SET_ASIDE);
    }
    if (waitsSince(RequestEnvelope.LATE_AFTER)) {
      troubles.add(Trouble.LATE);
    }
    if (pause.isPresent()) {
      var begun = pause.get().since();
      troubles.add(
          begun.plus(PauseLength.ALONE).isBefore(now) ? Trouble.LONG_PAUSED : Trouble.PAUSED);
    } else if (contact.failing()) {
      troubles.add(Trouble.FAILING);
    } else if (!pushed && backlog.open() > 0 && waitsSince(SILENT) && unseenSince(SILENT)) {
      troubles.add(Trouble.SILENT);
    }
    return troubles;
  }

  private boolean waitsSince(Duration time) {
    var oldest = backlog.oldest();
    return oldest != null && oldest.isBefore(now.minus(time));
  }

  private boolean unseenSince(Duration time) {
    var seen = contact.seen();
    return seen == null || seen.isBefore(now.minus(time));
  }
}
