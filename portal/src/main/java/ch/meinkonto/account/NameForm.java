package ch.meinkonto.account;

import org.jspecify.annotations.Nullable;

/** What somebody types to change their name. */
public record NameForm(@Nullable String given, @Nullable String family, @Nullable String company) {

  /** Tidies what was typed. */
  public NameForm {
    given = Typed.line(given);
    family = Typed.line(family);
    company = Typed.line(company);
  }

  static NameForm of(Account account) {
    return new NameForm(account.name().given(), account.name().family(), account.company());
  }

  PersonName name() {
    return new PersonName(Typed.line(given), Typed.line(family));
  }

  FieldErrors check(boolean business) {
    var errors = new FieldErrors();
    if (business) {
      line(errors, "company", Typed.line(company));
    }
    line(errors, "given", Typed.line(given));
    line(errors, "family", Typed.line(family));
    return errors;
  }

  private static void line(FieldErrors errors, String field, String value) {
    errors.addIf(value.isEmpty(), field, "account.fault." + field + "-missing");
    errors.addIf(Typed.tooLong(value), field, "account.fault.too-long", Typed.LONGEST);
    errors.addIf(Typed.unprintable(value), field, "account.fault.unprintable");
  }
}
