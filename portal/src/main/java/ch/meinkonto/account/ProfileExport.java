package ch.meinkonto.account;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
