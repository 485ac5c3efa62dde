package ch.meinkonto.login;

import ch.meinkonto.account.AccountKind;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types to register; the password is not among it, so that no page shows it again.
 */
public record RegistrationForm(
    @Nullable String kind,
    @Nullable String given,
    @Nullable String family,
    @Nullable String company,
    @Nullable String email) {

  /** Tidies what was typed. */
  public RegistrationForm {
    kind = AccountKind.BUSINESS.code().equals(kind) ? kind : AccountKind.PRIVATE.code();
    given = Typed.line(given);
    family = Typed.line(family);
    company = Typed.line(company);
    email = Typed.line(email);
  }

  /** Whether a company registers. */
  public boolean business() {
    return AccountKind.BUSINESS.code().equals(kind);
  }

  AccountKind accountKind() {
    return business() ? AccountKind.BUSINESS : AccountKind.PRIVATE;
  }

  @Nullable String companyOrNull() {
    return business() ? Typed.orNull(Typed.line(company)) : null;
  }

  List<String> personal() {
    return List.of(Typed.line(given), Typed.line(family), Typed.line(company), Typed.line(email));
  }

  FieldErrors check() {
    var errors = new FieldErrors();
    if (business()) {
      line(errors, "company", Typed.line(company));
    }
    line(errors, "given", Typed.line(given));
    line(errors, "family", Typed.line(family));
    errors.addIf(Typed.line(email).isEmpty(), "email", "login.fault.email-missing");
    errors.addIf(
        EmailAddress.parse(Typed.line(email)).isEmpty(), "email", "login.fault.email-shape");
    return errors;
  }

  private static void line(FieldErrors errors, String field, String value) {
    errors.addIf(value.isEmpty(), field, "login.fault." + field + "-missing");
    errors.addIf(Typed.tooLong(value), field, "login.fault.too-long", Typed.LONGEST);
    errors.addIf(Typed.unprintable(value), field, "login.fault.unprintable");
  }
}
