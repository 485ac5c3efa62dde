package ch.meinkonto.payment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment in the words of a page’s language.
 *
 * @param state where it stands, in a word
 * @param kind of the tag that says so
 * @param facts what there is to know, in order
 * @param receipt the address of its receipt; null as long as nothing is paid
 * @param invoice the address of its invoice; null when it has none
 */
public record PaymentView(
    String amount,
    String state,
    String kind,
    String text,
    List<Map.Entry<String, String>> facts,
    @Nullable String receipt,
    @Nullable String invoice) {}
