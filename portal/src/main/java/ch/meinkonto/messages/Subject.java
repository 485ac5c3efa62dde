package ch.meinkonto.messages;

/**
 * What a thread is about.
 *
 * @param reference the request's name among people
 * @param service the service's id
 * @param unit the unit's id
 */
record Subject(String reference, String service, String unit) {}
