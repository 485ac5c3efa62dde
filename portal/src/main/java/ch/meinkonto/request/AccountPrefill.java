package ch.meinkonto.request;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.PostalAddress;
import ch.meinkonto.form.PrefillSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offers to a form what the account knows already. */
@Component
class AccountPrefill implements PrefillSource {

  private final Accounts accounts;

  AccountPrefill(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Map<String, Object> of(UUID account) {
    return accounts.find(new AccountId(account)).map(AccountPrefill::known).orElse(Map.of());
  }

  private static Map<String, Object> known(Account account) {
    var known = new LinkedHashMap<String, Object>();
    known.put("name.given", account.name().given());
    known.put("name.family", account.name().family());
    known.put("email", account.email().value());
    put(known, "phone", account.phone());
    put(known, "address", address(account.address()));
    return known;
  }

  private static @Nullable Map<String, Object> address(@Nullable PostalAddress address) {
    if (address == null) {
      return null;
    }
    var parts = new LinkedHashMap<String, Object>();
    put(parts, "strasse", address.street());
    put(parts, "hausnummer", address.houseNumber());
    put(parts, "zusatz", address.extra());
    put(parts, "plz", address.postcode());
    put(parts, "ort", address.town());
    put(parts, "land", address.country());
    return parts;
  }

  private static void put(Map<String, Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
