package ch.meinkonto.contract;

import java.util.Map;

/**
 * The content of the sealed part {@code data} when a resident asks for a letter with a code.
 *
 * @param details what the service file asks for so that the unit finds the person, by its ids; the
 *     letter goes to the address that the unit has itself, never to one that came along
 */
public record ActivationLetter(Map<String, String> details) {
  public ActivationLetter {
    details = Map.copyOf(details);
  }

  @Override
  public String toString() {
    return "ActivationLetter[" + details.keySet() + "]";
  }
}
