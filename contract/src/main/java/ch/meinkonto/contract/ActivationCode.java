package ch.meinkonto.contract;

import java.util.Objects;

/**
 * The content of the sealed part {@code data} when a resident has typed in the code of a letter.
 *
 * @param code as it was typed, without what stood around it: the unit is generous about spaces,
 *     hyphens and small letters
 */
public record ActivationCode(String code) {
  public ActivationCode {
    Objects.requireNonNull(code, "code");
  }

  @Override
  public String toString() {
    return "ActivationCode[…]";
  }
}
