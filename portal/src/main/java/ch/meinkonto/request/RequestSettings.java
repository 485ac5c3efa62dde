package ch.meinkonto.request;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests are kept.
 *
 * @param keep how long envelope and receipts stay after the last thing that happened
 * @param answerWait how long the confirmation waits for a unit that answers at once
 */
@ConfigurationProperties("meinkonto.request")
record RequestSettings(@DefaultValue("P2Y") Period keep, @DefaultValue("5s") Duration answerWait) {}
