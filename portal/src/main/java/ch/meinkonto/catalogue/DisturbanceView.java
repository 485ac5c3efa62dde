package ch.meinkonto.catalogue;

import java.util.UUID;

/**
 * A disturbance as the desk shows it.
 *
 * @param scope what it is about
 * @param now whether it lasts now; else it is to come
 * @param endable whether this reader may end it
 */
public record DisturbanceView(
    UUID id, String scope, String text, String from, String until, boolean now, boolean endable) {}
