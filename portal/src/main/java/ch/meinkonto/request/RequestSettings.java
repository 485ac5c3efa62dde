package ch.meinkonto.request;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests are kept.
 *
 * @param keep how long envelope and receipts stay after the last thing that happened
 */
@ConfigurationProperties("meinkonto.request")
record RequestSettings(@DefaultValue("P2Y") Period keep) {}
