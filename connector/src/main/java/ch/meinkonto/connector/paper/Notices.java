package ch.meinkonto.connector.paper;

import ch.meinkonto.contract.DeliveryNotice;
import ch.meinkonto.contract.DeliveryOutcome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in plain German how a formal delivery went. */
public final class Notices {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.GERMAN);

  private Notices() {}

  /** In a few words. */
  public static String title(DeliveryNotice notice) {
    return switch (notice.outcome()) {
      case OPENED -> "Die Zustellung ist geöffnet";
      case NOT_OPENED ->
          notice.deemedOn() == null
              ? "Die Zustellung ist noch nicht geöffnet"
              : "Die Zustellung ist nicht geöffnet und gilt als erfolgt";
      case UNDELIVERABLE -> "Die Zustellung ist nicht möglich: Das Konto ist geschlossen";
    };
  }

  static List<Line> lines(DeliveryNotice notice) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.Heading.section("Zustellung"));
    lines.add(Line.Entry.of("Nachricht", notice.messageId()));
    lines.add(Line.Entry.of(when(notice.outcome()), Notation.moment(notice.at())));
    LocalDate deemedOn = notice.deemedOn();
    if (deemedOn != null) {
      lines.add(Line.Entry.of("Gilt als zugestellt seit", DAY.format(deemedOn)));
    }
    lines.add(Line.Entry.of("Nachweis", notice.receipt()));
    return lines;
  }

  private static String when(DeliveryOutcome outcome) {
    return switch (outcome) {
      case OPENED -> "Geöffnet";
      case NOT_OPENED -> "Nicht geöffnet bis";
      case UNDELIVERABLE -> "Konto geschlossen";
    };
  }
}
