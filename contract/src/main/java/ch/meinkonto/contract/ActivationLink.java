package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name that a unit gives an account which it has activated: it says whom the unit knows behind
 * it, to the unit alone. Random is best; a customer number would tell the portal something.
 */
public record ActivationLink(@JsonValue String value) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~-]{1,200}");

  @JsonCreator
  public ActivationLink {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a link: " + SHAPE);
    }
  }

  /** It names somebody, so it does not belong in logs. */
  @Override
  public String toString() {
    return "ActivationLink[…]";
  }
}
