package ch.meinkonto.login;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.login.PasswordRules.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges a password that somebody chose, in words. */
@Component
class PasswordTexts {

  private final PasswordRules rules;
  private final LeakedPasswords leaked;

  PasswordTexts(PasswordRules rules, LeakedPasswords leaked) {
    this.rules = rules;
    this.leaked = leaked;
  }

  /** Notes for the field what is wrong with the password. */
  void judge(String password, List<String> personal, String field, FieldErrors errors) {
    judge(password, rules.fault(password, personal), field, errors);
  }

  /** The same after the rules; here, since a list may be elsewhere: never in a transaction. */
  void judge(String password, Optional<Fault> broken, String field, FieldErrors errors) {
    broken
        .or(() -> leaked.contains(password) ? Optional.of(Fault.LEAKED) : Optional.empty())
        .ifPresent(fault -> note(fault, field, errors));
  }

  /** Notes this fault for the field. */
  void note(Fault fault, String field, FieldErrors errors) {
    errors.add(
        field, "login.password.fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
