package ch.meinkonto.simulator.phone;

import java.time.Instant;

/** A text message that arrived on somebody's phone. */
public record TextMessage(String id, Instant at, String to, String from, String text) {}
