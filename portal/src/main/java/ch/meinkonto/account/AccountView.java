package ch.meinkonto.account;

import ch.meinkonto.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An account as its own page shows it. */
public record AccountView(Account account) {

  /** The name of the person. */
  public String name() {
    return account.name().full();
  }

  /** The e-mail address. */
  public String email() {
    return account.email().value();
  }

  /** The phone number as people write it; null when there is none. */
  public @Nullable String phone() {
    var phone = account.phone();
    return phone == null ? null : PhoneNumbers.readable(phone);
  }

  /** The address as on an envelope. */
  public List<String> address(Locale language) {
    var address = account.address();
    if (address == null) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(address.streetLine());
    if (address.extra() != null) {
      lines.add(address.extra());
    }
    lines.add(address.postcode() + " " + address.town());
    if (!address.country().equals(ContactForm.HOME)) {
      lines.add(Locale.of("", address.country()).getDisplayCountry(language));
    }
    return lines;
  }

  /** The language, in itself. */
  public String language() {
    return account.language().getDisplayLanguage(account.language());
  }

  /** Of what the person wants to hear, in words. */
  public String notices(Page page) {
    var notifyBy = account.notifyBy();
    if (notifyBy.messages() && notifyBy.progress()) {
      return page.text("account.notices.all");
    }
    if (notifyBy.messages()) {
      return page.text("account.notices.messages");
    }
    return page.text(notifyBy.progress() ? "account.notices.progress" : "account.notices.none");
  }
}
