/**
 * Runs at a unit's side with the unit's key: fetches over the contract, hands over, brings answers
 * back.
 */
@NullMarked
package ch.meinkonto.connector;

import org.jspecify.annotations.NullMarked;
