package ch.meinkonto.account;

import ch.meinkonto.trust.LogEntry;
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

  TrustExport(TrustLog trust) {
    this.trust = trust;
  }

  @Override
  public String name() {
    return "trust";
  }

  @Override
  public List<Map<String, Object>> export(AccountId account, Locale language) {
    return trust.all(account.value()).stream().map(TrustExport::entry).toList();
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
