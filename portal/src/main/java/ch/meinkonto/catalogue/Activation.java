package ch.meinkonto.catalogue;

import ch.meinkonto.platform.yaml.Localized;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some services want to know for sure whom they have before them: their unit sends a code by
 * letter, and one types it in once.
 *
 * @param why what that is good for, in a sentence
 * @param letter which letter the code is in
 * @param order how one gets a letter; null when one can't ask for it here
 */
public record Activation(Localized<String> why, Localized<String> letter, @Nullable Order order) {

  /**
   * How one gets a letter.
   *
   * @param arrives when it comes, and where to
   * @param asks by what the unit finds the person
   */
  public record Order(Localized<String> arrives, List<Detail> asks) {
    public Order {
      asks = List.copyOf(asks);
    }
  }

  /**
   * Something by which the unit finds the person, such as a customer number.
   *
   * @param hint where one finds it; null when that is clear
   * @param digits how many digits it has; 0 when it need not be a number
   */
  public record Detail(
      String id, Localized<String> name, @Nullable Localized<String> hint, int digits) {

    /** Whether it can be what was asked for; blanks, dots and hyphens do not count. */
    public boolean fits(String typed) {
      return digits == 0 || typed.replaceAll("[ .\\-–]", "").matches("[0-9]{" + digits + "}");
    }
  }
}
