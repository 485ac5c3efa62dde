package ch.meinkonto.login;

import java.time.Instant;

/**
 * Where somebody is logged in.
 *
 * @param reference names the session without opening it
 * @param device browser and device; empty when unknown
 * @param since when the login began
 * @param lastSeen the last click, to the minute
 * @param passkey whether they proved themselves by a passkey
 * @param current whether it is the session that asks
 */
public record OpenSession(
    String reference,
    String device,
    Instant since,
    Instant lastSeen,
    boolean passkey,
    boolean current) {}
