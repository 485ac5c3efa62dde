package ch.meinkonto.messages;

import org.jspecify.annotations.Nullable;

/**
 * What a thread is about; stored only encrypted.
 *
 * @param reference the request's name among people
 * @param service the service's id
 * @param unit the unit's id
 * @param actor what somebody was called who sent it for its owner, by a mandate; null if nobody did
 */
record Subject(String reference, String service, String unit, @Nullable String actor) {}
