package ch.meinkonto.notification;

import java.util.Locale;
import java.util.Map;

/**
 * Something to tell an address.
 *
 * @param kind which text: {@code notification.<kind>.subject} and {@code notification.<kind>.body}
 * @param email the address
 * @param locale the language of the text
 * @param values what stands in the text's {@code {name}} places; never content of a message or a
 *     request
 */
public record Notice(String kind, String email, Locale locale, Map<String, String> values) {}
