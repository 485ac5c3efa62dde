package ch.meinkonto.request;

import java.util.List;
import java.util.Map;

/**
 * What the portal says to a receipt that somebody shows.
 *
 * @param kind colour of the notice
 * @param title the answer in a few words
 * @param text what it means
 * @param facts what the receipt confirms; empty when it is not genuine
 */
public record ReceiptCheck(
    String kind, String title, String text, List<Map.Entry<String, String>> facts) {

  public ReceiptCheck {
    facts = List.copyOf(facts);
  }

  /** Whether nobody has shown anything yet. */
  public boolean missing() {
    return kind.equals("warning");
  }
}
