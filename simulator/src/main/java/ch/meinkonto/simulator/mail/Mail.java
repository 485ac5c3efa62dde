package ch.meinkonto.simulator.mail;

import java.time.Instant;

/**
 * A mail that arrived.
 *
 * @param number counts from 1 in the order of arrival
 */
public record Mail(int number, Instant at, String to, String from, String subject, String text) {}
