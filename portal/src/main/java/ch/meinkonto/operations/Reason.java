package ch.meinkonto.operations;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;

/** The field {@code reason} of a form: why staff do something, in one line that names nobody. */
public final class Reason {

  /** What the field is called. */
  public static final String FIELD = "reason";

  /** How long it may be. */
  public static final int LONGEST = 300;

  private Reason() {}

  /** The tidied line; notes what is wrong with it. */
  public static String of(String typed, FieldErrors errors) {
    var line = Typed.line(typed);
    errors
        .addIf(line.isEmpty(), FIELD, "operations.fault.reason")
        .addIf(line.length() > LONGEST, FIELD, "operations.fault.reason-long", LONGEST)
        .addIf(Typed.unprintable(line), FIELD, "operations.fault.reason-unprintable");
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
