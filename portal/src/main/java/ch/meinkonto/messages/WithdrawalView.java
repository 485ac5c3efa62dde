package ch.meinkonto.messages;

import ch.meinkonto.account.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows on which one takes a request back.
 *
 * @param path the address of the thread
 * @param taken whether the unit has the request for sure
 * @param costs whether it is a booking that may cost something to cancel
 * @param words what was typed already
 * @param errors what is wrong with that
 * @param problem why it did not work
 */
public record WithdrawalView(
    String path,
    String service,
    String unit,
    String reference,
    boolean taken,
    boolean costs,
    String words,
    FieldErrors errors,
    @Nullable String problem) {}
