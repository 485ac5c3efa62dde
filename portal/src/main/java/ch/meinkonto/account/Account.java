package ch.meinkonto.account;

import ch.meinkonto.notification.Notice;
import java.util.Locale;
import java.util.Map;
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

  /** What others read of it: the person, behind the name of a company if it is one’s account. */
  public String called() {
    return company == null ? name.full() : company + " (" + name.full() + ")";
  }

  /** Something to tell its owner, in their language; the text needs no values. */
  public Notice notice(String what) {
    return notice(what, Map.of());
  }

  /** Something to tell its owner, in their language. */
  public Notice notice(String what, Map<String, String> values) {
    return new Notice(what, email.value(), language, values);
  }
}
