package ch.meinkonto.mandate;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long mandates last.
 *
 * @param usual what is proposed to whoever gives one
 * @param longest what they may choose at most
 * @param patience how long a code can be typed in, and then how long its giver may take to confirm
 */
@ConfigurationProperties("meinkonto.mandate")
record MandateSettings(
    @DefaultValue("P1Y") Period usual,
    @DefaultValue("P3Y") Period longest,
    @DefaultValue("7d") Duration patience) {}
