package ch.meinkonto.account;

import ch.meinkonto.platform.web.Page;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything the portal keeps about somebody, from all modules: for programs and for reading. */
@Component
class Export {

  private final List<PersonalDataSource> sources;
  private final JsonMapper json;
  private final TrustLog trust;
  private final Clock clock;

  Export(List<PersonalDataSource> sources, JsonMapper json, TrustLog trust, Clock clock) {
    this.sources = sources;
    this.json = json;
    this.trust = trust;
    this.clock = clock;
  }

  /** The file, which the log of who received what tells of. */
  byte[] file(AccountId account, Locale language) {
    trust.record(new TrustEntry(account.value(), "data-exported", TrustEntry.YOU, "", "your-wish"));
    var export = new LinkedHashMap<String, Object>();
    export.put("exportedAt", clock.instant());
    sources.forEach(source -> export.put(source.name(), source.export(account, language)));
    return json.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(export);
  }

  /** What is kept, in the order of the product, in words. */
  List<ReadablePart> readable(AccountId account, Page page) {
    return sources.stream().map(source -> source.readable(account, page)).toList();
  }
}
