package ch.meinkonto.booking;

import org.jspecify.annotations.Nullable;

/**
 * Somebody’s wait as they see it.
 *
 * @param path the offer’s page
 * @param place of how many, in words
 * @param until until when places are kept for them, in words; null while they wait
 */
public record WaitView(
    String service,
    String name,
    String details,
    String path,
    String place,
    @Nullable String until,
    int places) {}
