package ch.meinkonto.connector.files;

import java.time.Clock;
import java.time.Duration;

/**
 * What inbox and outbox of a unit share.
 *
 * @param settle how long a dropped file must stay the same before it is read
 */
public record Desk(String unit, Store store, Clock clock, Duration settle) {}
