package ch.meinkonto.booking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How places are dealt with that somebody had.
 *
 * @param returnLeast after how long, at least, a place of what was full is on sale again
 * @param returnMost after how long, at most
 * @param afterPaying how long a place is held again when nobody paid for it
 * @param keep how long offers are kept after their end
 */
@ConfigurationProperties("meinkonto.booking")
record BookingSettings(
    @DefaultValue("1m") Duration returnLeast,
    @DefaultValue("10m") Duration returnMost,
    @DefaultValue("10m") Duration afterPaying,
    @DefaultValue("400d") Duration keep) {}
