package ch.meinkonto.form;

import java.time.LocalDate;

/**
 * Drafts were erased, sent or not: their way is over, and nothing of them is left.
 *
 * @param begunIn the first day of the month in which they were begun
 * @param lastStep in which step something was last entered; empty when nothing was, or when they
 *     were sent
 * @param count how many
 */
public record DraftsEnded(
    String service, LocalDate begunIn, boolean sent, String lastStep, long count) {}
