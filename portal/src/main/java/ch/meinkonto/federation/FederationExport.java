package ch.meinkonto.federation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.PersonalDataSource;
import ch.meinkonto.account.ReadablePart;
import ch.meinkonto.platform.web.Page;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The logins outside that open an account, in the export. */
@Component
@Order(12)
class FederationExport implements PersonalDataSource {

  private final Connected connected;

  FederationExport(Connected connected) {
    this.connected = connected;
  }

  @Override
  public String name() {
    return "outsideLogins";
  }

  @Override
  public Object export(AccountId account, Locale language) {
    return connected.of(account, language);
  }

  @Override
  public ReadablePart readable(AccountId account, Page page) {
    var lines =
        connected.of(account, page.locale()).stream()
            .map(login ->
                new ReadablePart.Line(
                    login.name(),
                    null,
                    List.of(page.text("federation.since", page.formats().date(login.createdAt())))))
            .toList();
    return new ReadablePart(
        page.text("federation.title"),
        lines.isEmpty() ? List.of() : List.of(new ReadablePart.Chapter(null, null, lines)));
  }
}
