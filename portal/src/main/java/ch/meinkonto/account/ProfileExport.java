package ch.meinkonto.account;

import ch.meinkonto.platform.web.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The account's own part of the export. */
@Component
@Order(0)
class ProfileExport implements PersonalDataSource {

  private final Accounts accounts;

  ProfileExport(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public String name() {
    return "account";
  }

  @Override
  public Object export(AccountId id, Locale language) {
    return accounts.find(id).map(ProfileExport::export).orElse(Map.of());
  }

  @Override
  public ReadablePart readable(AccountId id, Page page) {
    var chapters =
        accounts.find(id).stream()
            .map(account -> new ReadablePart.Chapter(null, null, lines(account, page)))
            .toList();
    return new ReadablePart(page.text("account.export.profile"), chapters);
  }

  private static List<ReadablePart.Line> lines(Account account, Page page) {
    var view = new AccountView(account);
    var lines = new ArrayList<ReadablePart.Line>();
    BiConsumer<String, List<String>> add =
        (term, text) -> lines.add(new ReadablePart.Line(page.text("account." + term), null, text));
    add.accept("export.kind", List.of(page.text("account.export.kind." + account.kind().code())));
    add.accept("name", List.of(view.name()));
    if (account.company() != null) {
      add.accept("company", List.of(account.company()));
    }
    add.accept("email", List.of(view.email()));
    if (account.phone() != null) {
      add.accept("phone", List.of(PhoneNumbers.readable(account.phone())));
    }
    if (account.address() != null) {
      add.accept("address", List.of(String.join("\n", view.address(page.locale()))));
    }
    add.accept("language", List.of(view.language()));
    add.accept("notices", List.of(view.notices(page)));
    add.accept("password", List.of(page.text("account.export.password")));
    return lines;
  }

  private static Map<String, Object> export(Account account) {
    var export = new LinkedHashMap<String, Object>();
    export.put("kind", account.kind().code());
    export.put("name", account.name());
    if (account.company() != null) {
      export.put("company", account.company());
    }
    export.put("email", account.email().value());
    if (account.phone() != null) {
      export.put("phone", account.phone());
    }
    if (account.address() != null) {
      export.put("address", account.address());
    }
    export.put("language", account.language().toLanguageTag());
    export.put("notices", account.notifyBy());
    return export;
  }
}
