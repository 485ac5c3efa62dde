package ch.meinkonto.request;

/**
 * Places that a request books.
 *
 * @param offer the unit’s id of what is booked
 */
public record BookedPlaces(String offer, int places) {}
