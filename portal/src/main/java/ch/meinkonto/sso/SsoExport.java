package ch.meinkonto.sso;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.PersonalDataSource;
import ch.meinkonto.account.ReadablePart;
import ch.meinkonto.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The applications that somebody signs in to, in the export. */
@Component
@Order(500)
class SsoExport implements PersonalDataSource {

  private final Connections connections;

  SsoExport(Connections connections) {
    this.connections = connections;
  }

  /** One of them. */
  public record ExportedConnection(
      String application,
      String unit,
      List<String> scopes,
      Instant since,
      @Nullable Instant lastUsed) {}

  @Override
  public String name() {
    return "applications";
  }

  @Override
  public List<ExportedConnection> export(AccountId account, Locale language) {
    return connections.of(account, language).stream()
        .map(connection ->
            new ExportedConnection(
                connection.application().name(),
                connection.application().unit(),
                connection.application().details().stream().map(Detail::scope).toList(),
                connection.since(),
                connection.lastUsed()))
        .toList();
  }

  @Override
  public ReadablePart readable(AccountId account, Page page) {
    var lines =
        connections.of(account, page.locale()).stream()
            .map(connection ->
                new ReadablePart.Line(
                    page.formats().date(connection.since()),
                    connection.application().name(),
                    connection.application().gets(page)))
            .toList();
    return new ReadablePart(
        page.text("sso.connected.title"),
        lines.isEmpty() ? List.of() : List.of(new ReadablePart.Chapter(null, null, lines)));
  }
}
