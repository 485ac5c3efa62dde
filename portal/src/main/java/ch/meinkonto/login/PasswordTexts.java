package ch.meinkonto.login;

import ch.meinkonto.account.FieldErrors;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Judges a password that somebody chose, in words. */
@Component
class PasswordTexts {

  private final PasswordRules rules;

  PasswordTexts(PasswordRules rules) {
    this.rules = rules;
  }

  /** Notes for the field what is wrong with the password. */
  void judge(String password, List<String> personal, String field, FieldErrors errors) {
    rules.fault(password, personal).ifPresent(fault -> note(fault, field, errors));
  }

  /** Notes this fault for the field. */
  void note(PasswordRules.Fault fault, String field, FieldErrors errors) {
    errors.add(
        field, "login.password.fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
