package ch.meinkonto.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How deliveries are made.
 *
 * @param lookAgain how often a node looks for what another node, or time, has made due
 * @param waitingPerUnit how many of a unit's calls may wait for a lease at one node at once
 * @param maxEvent largest event token taken
 * @param pushesPerUnit how many pushes to one unit may be under way at one node at once
 * @param pushTimeout how long a unit may take to answer a push
 * @param acceptWithin how long after a push a unit may take to accept, before it is pushed again
 * @param firstRetry wait after the first failed push; doubles from then on
 * @param longestRetry longest wait between two pushes
 * @param giveUpAfter how long a push is tried before it is set aside for an operator
 * @param remember how long events and finished deliveries are remembered
 * @param operators an e-mail address that hears of units that take nothing; empty for none
 */
@ConfigurationProperties("meinkonto.delivery")
record DeliverySettings(
    @DefaultValue("250ms") Duration lookAgain,
    @DefaultValue("64") int waitingPerUnit,
    @DefaultValue("28MB") DataSize maxEvent,
    @DefaultValue("4") int pushesPerUnit,
    @DefaultValue("15s") Duration pushTimeout,
    @DefaultValue("10m") Duration acceptWithin,
    @DefaultValue("5s") Duration firstRetry,
    @DefaultValue("1h") Duration longestRetry,
    @DefaultValue("7d") Duration giveUpAfter,
    @DefaultValue("90d") Duration remember,
    @DefaultValue("") String operators) {}
