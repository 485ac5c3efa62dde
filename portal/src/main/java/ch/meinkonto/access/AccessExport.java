package ch.meinkonto.access;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.PersonalDataSource;
import ch.meinkonto.account.ReadablePart;
import ch.meinkonto.platform.web.Page;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The phones that are connected, in the export. */
@Component
@Order(11)
class AccessExport implements PersonalDataSource {

  private final Phones phones;

  AccessExport(Phones phones) {
    this.phones = phones;
  }

  @Override
  public String name() {
    return "phones";
  }

  @Override
  public Object export(AccountId account, Locale language) {
    return phones.all(account);
  }

  @Override
  public ReadablePart readable(AccountId account, Page page) {
    var lines =
        phones.all(account).stream()
            .map(phone ->
                new ReadablePart.Line(
                    phone.name(),
                    null,
                    List.of(page.text("access.created", page.formats().date(phone.createdAt())))))
            .toList();
    return new ReadablePart(
        page.text("access.export"),
        lines.isEmpty() ? List.of() : List.of(new ReadablePart.Chapter(null, null, lines)));
  }
}
