package ch.meinkonto.sso;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.PostalAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the account says, as claims (OpenID Connect Core §5.1); what it does not say is left out.
 */
final class PersonClaims {

  private PersonClaims() {}

  static Map<String, Object> of(Account account, Set<String> names) {
    var claims = new LinkedHashMap<String, Object>();
    for (var name : names) {
      var value = value(account, name);
      if (value != null) {
        claims.put(name, value);
      }
    }
    return claims;
  }

  private static @Nullable Object value(Account account, String name) {
    return switch (name) {
      case "name" -> account.name().full();
      case "given_name" -> account.name().given();
      case "family_name" -> account.name().family();
      case "locale" -> account.language().toLanguageTag();
      case "email" -> account.email().value();
      case "email_verified" -> true; // no account without a code from its mailbox
      case "phone_number" -> account.phone();
      case "phone_number_verified" -> account.phone() == null ? null : false;
      case "address" -> account.address() == null ? null : address(account.address());
      default -> null;
    };
  }

  private static Map<String, String> address(PostalAddress address) {
    var claims = new LinkedHashMap<String, String>();
    claims.put(
        "street_address",
        Stream.of(address.extra(), address.streetLine())
            .filter(line -> line != null && !line.isBlank())
            .collect(Collectors.joining("\n")));
    claims.put("postal_code", address.postcode());
    claims.put("locality", address.town());
    claims.put("country", address.country());
    return claims;
  }
}
