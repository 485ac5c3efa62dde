package ch.meinkonto.mandate;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.PersonalDataSource;
import ch.meinkonto.account.ReadablePart;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The mandates that somebody has given and holds, in the export. */
@Component
@Order(460)
class MandateExport implements PersonalDataSource {

  private final MandateRows rows;
  private final MandateViews views;

  MandateExport(MandateRows rows, MandateViews views) {
    this.rows = rows;
    this.views = views;
  }

  /** A mandate; who the other is, the page of the account says. */
  public record Exported(List<String> services, String state, LocalDate lastDay) {}

  @Override
  public String name() {
    return "mandates";
  }

  @Override
  public Map<String, List<Exported>> export(AccountId account, Locale language) {
    return Map.of("given", exported(rows.given(account)), "held", exported(rows.held(account)));
  }

  private static List<Exported> exported(List<Mandate> mandates) {
    return mandates.stream()
        .map(mandate ->
            new Exported(
                mandate.services().stream().map(ServiceId::value).toList(),
                mandate.state().code(),
                mandate.lastDay()))
        .toList();
  }

  @Override
  public ReadablePart readable(AccountId account, Page page) {
    var lines =
        Stream.concat(
                views.given(account, page).stream()
                    .map(view -> line("mandate.given.to", "mandate.given.nobody", view, page)),
                views.held(account, page).stream()
                    .map(view -> line("mandate.held.from", "mandate.given.nobody", view, page)))
            .toList();
    return new ReadablePart(
        page.text("mandate.title"),
        lines.isEmpty() ? List.of() : List.of(new ReadablePart.Chapter(null, null, lines)));
  }

  private static ReadablePart.Line line(String who, String nobody, MandateView view, Page page) {
    return new ReadablePart.Line(
        page.text("mandate.until.short", view.until()),
        view.other().isEmpty() ? page.text(nobody) : page.text(who, view.other()),
        view.services());
  }
}
