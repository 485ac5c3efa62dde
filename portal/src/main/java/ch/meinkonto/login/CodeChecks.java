package ch.meinkonto.login;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.login.SmsCodes.Place;
import ch.meinkonto.platform.RateLimits.Decision;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Looks at the codes that somebody who is logged in types as a second factor. */
@Component
class CodeChecks {

  private final Authenticators authenticators;
  private final SmsChanges sms;
  private final RecoveryCodeChanges recoveryCodes;
  private final CodeLimits limits;
  private final FailedLogins failed;

  CodeChecks(
      Authenticators authenticators,
      SmsChanges sms,
      RecoveryCodeChanges recoveryCodes,
      CodeLimits limits,
      FailedLogins failed) {
    this.authenticators = authenticators;
    this.sms = sms;
    this.recoveryCodes = recoveryCodes;
    this.limits = limits;
    this.failed = failed;
  }

  /** Notes in the errors why this is not a code of the app. */
  void app(LoggedIn who, String typed, FieldErrors errors) {
    var code = digits(typed);
    errors.addIf(code.isEmpty(), "code", "login.app.code.missing");
    counted(who, errors, () -> note(authenticators.use(who.account(), code), errors));
  }

  /** Notes in the errors why this is not the code that was sent by SMS to this browser. */
  void sms(LoggedIn who, Place place, String typed, FieldErrors errors) {
    var code = digits(typed);
    errors.addIf(code.isEmpty(), "code", "login.sms.code.missing");
    counted(who, errors, () -> note(sms.use(place, code), errors));
  }

  /** Notes in the errors why this is not a recovery code that is left. */
  void recovery(LoggedIn who, String typed, FieldErrors errors) {
    errors.addIf(typed.isBlank(), "recovery", "login.recovery.code.missing");
    counted(
        who,
        errors,
        () -> {
          var right = recoveryCodes.use(who.account(), typed);
          errors.addIf(!right, "recovery", "login.recovery.code.wrong");
          return right;
        });
  }

  /** Notes what is wrong with a code of an app; true when nothing is. */
  static boolean note(Authenticators.Check check, FieldErrors errors) {
    switch (check) {
      case RIGHT -> {}
      case WRONG -> errors.add("code", "login.app.code.wrong");
      case USED -> errors.add("code", "login.app.code.used");
    }
    return check == Authenticators.Check.RIGHT;
  }

  /** Notes what is wrong with a code by SMS; true when nothing is. */
  static boolean note(SmsCodes.Check check, FieldErrors errors) {
    switch (check) {
      case SmsCodes.Check.Right(_) -> {}
      case SmsCodes.Check.Wrong() -> errors.add("code", "login.sms.code.wrong");
      case SmsCodes.Check.UsedUp(), SmsCodes.Check.None() ->
          errors.add("code", "login.sms.code.used-up");
    }
    return check instanceof SmsCodes.Check.Right;
  }

  /** As apps show them: in two groups. */
  static String digits(String typed) {
    return typed.replaceAll("[\\s’'.-]", "");
  }

  private void counted(LoggedIn who, FieldErrors errors, BooleanSupplier check) {
    if (!errors.none()) {
      return;
    }
    var decision = limits.take(who);
    Waiting.check(decision, errors, "login.fault.wait");
    if (decision instanceof Decision.Permitted) {
      if (check.getAsBoolean()) {
        limits.undo(who);
      } else {
        failed.note("code", who);
      }
    }
  }
}
