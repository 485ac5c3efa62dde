package ch.meinkonto.account;

import ch.meinkonto.platform.web.Page;
import ch.meinkonto.trust.LogEntry;
import ch.meinkonto.trust.LogReading;
import ch.meinkonto.trust.LogView;
import ch.meinkonto.trust.TrustLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The log of who received or did what, in the export. */
@Component
@Order(1_000)
class TrustExport implements PersonalDataSource {

  private final TrustLog trust;
  private final LogReading reading;

  TrustExport(TrustLog trust, LogReading reading) {
    this.trust = trust;
    this.reading = reading;
  }

  @Override
  public String name() {
    return "trust";
  }

  @Override
  public List<Map<String, Object>> export(AccountId account, Locale language) {
    return trust.all(account.value()).stream().map(TrustExport::entry).toList();
  }

  @Override
  public ReadablePart readable(AccountId account, Page page) {
    var chapters =
        reading.days(trust.all(account.value()), page).stream()
            .map(day -> new ReadablePart.Chapter(day.date(), null, lines(day)))
            .toList();
    return new ReadablePart(page.text("account.export.trust"), chapters);
  }

  private static List<ReadablePart.Line> lines(LogView.Day day) {
    return day.lines().stream()
        .map(line -> new ReadablePart.Line(line.time(), line.what(), List.of(line.ground())))
        .toList();
  }

  private static Map<String, Object> entry(LogEntry entry) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("at", entry.at());
    fields.put("kind", entry.kind());
    fields.put("actor", entry.actor());
    fields.put("subject", entry.subject());
    fields.put("ground", entry.ground());
    return fields;
  }
}
