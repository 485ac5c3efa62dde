package ch.meinkonto.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All that the portal keeps about a person, besides messages. */
public record Account(
    AccountId id,
    AccountKind kind,
    PersonName name,
    @Nullable String company,
    EmailAddress email,
    @Nullable String phone,
    @Nullable PostalAddress address,
    Locale language,
    NotifyBy notifyBy) {

  /** Whether it belongs to a company. */
  public boolean business() {
    return kind == AccountKind.BUSINESS;
  }
}
